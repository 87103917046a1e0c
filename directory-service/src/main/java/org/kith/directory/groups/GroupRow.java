package org.kith.directory.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "community_group")
@SuppressWarnings("NullAway.Init")
public class GroupRow {
    @Id String id;

    long version;
    String programme;
    String area;
    String name;

    @Column(name = "formed_on") LocalDate formedOn;

    String prompt;
    boolean constituted;
    int supports;

    public String id() {
        return id;
    }

    public String programme() {
        return programme;
    }

    public String name() {
        return name;
    }

    GroupView view() {
        return new GroupView(id, version, programme, area, name, formedOn, prompt, constituted, supports);
    }
}
