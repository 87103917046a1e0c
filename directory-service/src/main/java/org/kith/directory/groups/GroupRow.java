package org.kith.directory.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.kith.directory.reading.ProgrammesRow;

@Entity
@Immutable
@Table(name = "community_group")
@SuppressWarnings("NullAway.Init")
public class GroupRow implements ProgrammesRow<GroupView> {
    @Id String id;

    long version;
    String programme;
    String area;
    String name;

    @Column(name = "formed_on") LocalDate formedOn;

    String prompt;
    boolean constituted;
    int supports;

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
    public GroupView view() {
        return new GroupView(id, version, programme, area, name, formedOn, prompt, constituted, supports);
    }
}
