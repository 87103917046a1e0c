package org.kith.directory.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.programmes.domain.Area;
import org.kith.directory.reading.VersionedRow;

@Entity
@Immutable
@Table(name = "programme")
@SuppressWarnings("NullAway.Init")
public class ProgrammeRow implements VersionedRow<ProgrammeView> {
    @Id String id;

    long version;
    String name;

    @Column(name = "lawful_basis") String lawfulBasis;

    @Convert(converter = AreasColumn.class) List<Area> areas;

    @Nullable String nation;

    @Override
    public String id() {
        return id;
    }

    public List<Area> areas() {
        return areas;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public ProgrammeView view() {
        return new ProgrammeView(id, version, name, lawfulBasis, areas, nation);
    }
}
