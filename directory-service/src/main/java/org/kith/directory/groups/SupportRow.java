package org.kith.directory.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "group_support")
@SuppressWarnings("NullAway.Init")
public class SupportRow {
    @Id String id;

    @Column(name = "group_id") String groupId;

    String kind;
    @Nullable String dimension;

    @Column(name = "supported_at") Instant supportedAt;

    String id() {
        return id;
    }

    SupportView view() {
        return new SupportView(id, kind, dimension, supportedAt);
    }
}
