package org.kith.referral.outreach.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An entry as it stands. Read only; written with the events, see {@link EntryTables}. */
@Entity
@Immutable
@Table(name = "outreach_entry")
@NullUnmarked // set by Hibernate
public class EntryRow {
    @Id public String id;

    /** Of the stream. */
    public long version;

    public String kind;
    public String programme;
    public String area;
    public @Nullable String provider;
    /** In London. */
    public LocalDate day;

    @Column(name = "occurred_at") public Instant occurredAt;

    public String content;
    /** Why it was entered in error, if it was. */
    public @Nullable String error;
}
