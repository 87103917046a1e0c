package org.kith.volunteer.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "volunteer_check")
@IdClass(CheckRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class CheckRow {
    /** In HQL, of a row {@code c}: that it holds. */
    public static final String HOLDS = """
             c.evidence is not null and not exists (
               select 1 from CheckRow later where later.volunteer = c.volunteer and later.kind = c.kind and later.version > c.version)
            """;

    @Id public String volunteer;

    @Id public String kind;

    @Id public long version;

    /** Null: it ended. */
    public @Nullable String evidence;

    @Column(name = "issued_on") public @Nullable LocalDate issuedOn;

    @Column(name = "checked_on") public @Nullable LocalDate checkedOn;

    @Column(name = "renew_by") public @Nullable LocalDate renewBy;

    public record Key(String volunteer, String kind, long version) {}
}
