package org.kith.directory.groups;

import static org.kith.eventstore.ColumnType.BOOLEAN;
import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.directory.groups.domain.Group;
import org.kith.directory.groups.domain.GroupEvent;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code group-<uuid>}: how they are stored, shown and told. */
public final class Groups implements StreamFamily<Group, GroupEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "community_group",
            column("programme", TEXT),
            column("area", TEXT),
            column("name", TEXT),
            column("formed_on", DATE),
            column("prompt", TEXT),
            column("constituted", BOOLEAN),
            column("supports", INT));

    public static final CompanionTable SUPPORTS = CompanionTable.rows(
            "group_support",
            column("id", TEXT),
            column("group_id", TEXT),
            column("kind", TEXT),
            column("dimension", TEXT),
            column("supported_at", TIMESTAMPTZ));

    private static final EventCodec<GroupEvent> CODEC = EventCodec.of(GroupEvent.class)
            .event("group.formed", GroupEvent.Formed.class)
            .event("group.supported", GroupEvent.Supported.class)
            .build();

    @Override
    public String name() {
        return "group";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<GroupEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Group stateAfter, GroupEvent event) {
        if (!(stateAfter instanceof Group.Formed group)) throw new IllegalStateException("no group after " + event.getClass());
        return switch (event) {
            case GroupEvent.Formed e -> {
                var fact = new DirectoryEvent.GroupFormed(e.group(), e.name(), e.formedOn(), e.prompt(), e.constituted());
                yield Optional.of(Publication.of(fact, e.programme(), e.area(), e.provider()));
            }
            case GroupEvent.Supported e -> {
                var fact = new DirectoryEvent.GroupSupported(group.group(), e.kind(), e.dimension(), group.formedOn());
                yield Optional.of(Publication.of(fact, group.programme(), group.area(), e.provider()));
            }
        };
    }

    static List<CompanionRow> show(String id, Group group, long version, int added) {
        return switch (group) {
            case Group.Unknown _ -> List.of();
            case Group.Formed g -> REGISTER.show(
                    id, version, added, g.programme(), g.area(), g.name(), g.formedOn(), g.prompt(), g.constituted(), g.supports());
        };
    }
}
