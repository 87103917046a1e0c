package org.kith.directory.codelists;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.kith.directory.codelists.domain.Code;
import org.kith.directory.reading.VersionedRow;

@Entity
@Immutable
@Table(name = "code_list")
@SuppressWarnings("NullAway.Init")
public class CodeListRow implements VersionedRow<CodeListView> {
    @Id String id;

    long version;

    @Column(name = "list_version") int listVersion;

    @Convert(converter = ListedCodesColumn.class) List<Code> codes;

    @Override
    public String id() {
        return id;
    }

    public List<Code> codes() {
        return codes;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public CodeListView view() {
        return new CodeListView(id, listVersion, codes);
    }
}
