package org.kith.reporting.rebuilding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of the register of projections, to be read only. */
@Entity
@Immutable
@Table(name = "projection")
@NullUnmarked
class ProjectionEntity {
    @Id int id;

    String programme;
    int version;
    String hash;
    String state;

    @Column(name = "created_at") Instant createdAt;

    @Column(name = "live_at") @Nullable Instant liveAt;

    @Column(name = "retired_at") @Nullable Instant retiredAt;

    @Nullable String failure;
}
