package org.kith.volunteer.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "volunteer_module")
@IdClass(ModuleRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ModuleRow {
    @Id public String volunteer;

    @Id public String module;

    public String kind;

    @Column(name = "completed_at") public Instant completedAt;

    public record Key(String volunteer, String module) {}
}
