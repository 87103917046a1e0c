package org.kith.directory.practices;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.practices.domain.Membership;
import org.kith.directory.reading.VersionedRow;

@Entity
@Immutable
@Table(name = "practice")
@SuppressWarnings("NullAway.Init")
public class PracticeRow implements VersionedRow<PracticeView> {
    @Id String id;

    long version;
    String name;
    @Nullable String postcode;

    @Column(name = "list_size") @Nullable String listSize;

    @Column(name = "code_origin") String codeOrigin;

    String kind;

    @Convert(converter = MembershipsColumn.class) List<Membership> clusters;

    @Override
    public String id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public PracticeView view() {
        return new PracticeView(id, version, name, postcode, listSize, codeOrigin, kind, clusters);
    }
}
