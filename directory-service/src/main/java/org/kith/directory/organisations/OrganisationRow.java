package org.kith.directory.organisations;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.kith.directory.reading.ProgrammesRow;
import org.kith.directory.storage.CodesColumn;

@Entity
@Immutable
@Table(name = "organisation")
@SuppressWarnings("NullAway.Init")
public class OrganisationRow implements ProgrammesRow<OrganisationView> {
    @Id String id;

    long version;
    String programme;
    String area;
    String name;
    String kind;

    @Convert(converter = CodesColumn.class) List<String> delivers;

    @Override
    public String id() {
        return id;
    }

    @Override
    public String programme() {
        return programme;
    }

    public String name() {
        return name;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public OrganisationView view() {
        return new OrganisationView(id, version, programme, area, name, kind, delivers);
    }
}
