package org.kith.volunteer.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "volunteer")
@SuppressWarnings("NullAway.Init")
public class VolunteerRow {
    @Id public String id;

    public long version;
    public String programme;
    public String area;
    public String source;

    @Column(name = "recruited_at") public Instant recruitedAt;

    @Column(name = "trained_at") public @Nullable Instant trainedAt;

    public @Nullable String certificate;

    /** With commas. */
    @Column(name = "regulated_roles") public String regulatedRoles;
}
