package org.kith.referral.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A referral as it stands: its file and how far it has come. Read only; written with the events, see {@link Tables}. */
@Entity
@Immutable
@Table(name = "referral_view")
@NullUnmarked // set by Hibernate
public class ReferralView {
    @Id public UUID referral;

    public UUID person;
    public String programme;
    public String area;
    public @Nullable String practice;
    /** Who referred. */
    public String organisation;
    public String source;
    public boolean safeguarding;

    @Column(name = "occurred_at") public Instant occurredAt;

    /** Of the stream. */
    public long version;

    /** As {@link org.kith.referral.domain.Phase#code()}. */
    public String phase;

    public @Nullable String worker;
    /** When the worker got it. */
    public @Nullable Instant since;
    public int contacts;

    @Column(name = "last_contact_at") public @Nullable Instant lastContactAt;

    /** The waiting clock's start, while the referral is on the list. */
    @Column(name = "waiting_since") public @Nullable Instant waitingSince;

    @Column(name = "waited_seconds") public @Nullable Long waitedSeconds;

    /** Absent while the clock stands still. */
    @Column(name = "clock_running_since") public @Nullable Instant clockRunningSince;

    @Column(name = "duplicate_of") public @Nullable UUID duplicateOf;

    /** {@link SealedContent} under the person's key. */
    public byte[] sealed;
}
