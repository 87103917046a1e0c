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
import org.kith.directory.storage.CodesColumn;

@Entity
@Immutable
@Table(name = "post")
@SuppressWarnings("NullAway.Init")
public class PostRow {
    @Id String id;

    long version;
    String programme;
    String role;

    @Convert(converter = CodesColumn.class) List<String> areas;

    @Column(name = "fte_hundredths") int fteHundredths;

    @Nullable String worker;

    @Column(name = "held_from") @Nullable LocalDate heldFrom;

    String id() {
        return id;
    }

    PostView view() {
        return new PostView(id, version, programme, role, areas, fteHundredths, worker, heldFrom);
    }
}
