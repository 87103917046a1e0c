package org.kith.directory.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.kith.directory.programmes.domain.Area;

@Entity
@Immutable
@Table(name = "programme")
@SuppressWarnings("NullAway.Init")
public class ProgrammeRow {
    @Id String id;

    long version;
    String name;

    @Column(name = "lawful_basis") String lawfulBasis;

    @Convert(converter = AreasColumn.class) List<Area> areas;

    public String id() {
        return id;
    }

    public List<Area> areas() {
        return areas;
    }

    ProgrammeView view() {
        return new ProgrammeView(id, version, name, lawfulBasis, areas);
    }
}
