package org.kith.directory.posts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.reading.ProgrammesRow;
import org.kith.directory.storage.CodesColumn;

@Entity
@Immutable
@Table(name = "post")
@SuppressWarnings("NullAway.Init")
public class PostRow implements ProgrammesRow<PostView> {
    @Id String id;

    long version;
    String programme;
    String role;

    @Convert(converter = CodesColumn.class) List<String> areas;

    @Column(name = "fte_hundredths") int fteHundredths;

    @Nullable String worker;

    @Column(name = "held_from") @Nullable LocalDate heldFrom;

    @Column(name = "expected_clients") @Nullable Integer expectedClients;

    @Column(name = "mobilisation_until") @Nullable LocalDate mobilisationUntil;

    @Column(name = "mobilisation_clients") @Nullable Integer mobilisationClients;

    @Column(name = "caseload_limit") @Nullable Integer caseloadLimit;

    @Convert(converter = CodesColumn.class) List<String> specialisms;

    @Column(name = "absent_from") @Nullable LocalDate absentFrom;

    @Column(name = "absent_until") @Nullable LocalDate absentUntil;

    @Override
    public String id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public String programme() {
        return programme;
    }

    @Override
    public PostView view() {
        return new PostView(id, version, programme, role, areas, fteHundredths, worker, heldFrom, expectedClients, mobilisationUntil, mobilisationClients,
                caseloadLimit, specialisms, absentFrom, absentUntil);
    }
}
