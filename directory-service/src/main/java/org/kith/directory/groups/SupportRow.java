package org.kith.directory.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.reading.RegisterRow;

@Entity
@Immutable
@Table(name = "group_support")
@SuppressWarnings("NullAway.Init")
public class SupportRow implements RegisterRow<SupportView> {
    @Id String id;

    @Column(name = "group_id") String groupId;

    String kind;
    @Nullable String dimension;

    @Column(name = "supported_at") Instant supportedAt;

    @Override
    public String id() {
        return id;
    }

    @Override
    public SupportView view() {
        return new SupportView(id, kind, dimension, supportedAt);
    }
}
