package org.kith.directory.practices;

import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.directory.practices.domain.Practice;
import org.kith.directory.practices.domain.PracticeEvent;
import org.kith.directory.storage.JsonColumn;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code practice-<code>}: how they are stored, shown and told. */
public final class Practices implements StreamFamily<Practice, PracticeEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "practice",
            column("name", TEXT),
            column("postcode", TEXT),
            column("list_size", TEXT),
            column("code_origin", TEXT),
            column("kind", TEXT),
            column("clusters", TEXT));

    private static final EventCodec<PracticeEvent> CODEC = EventCodec.of(PracticeEvent.class)
            .event("practice.registered", PracticeEvent.Registered.class)
            .event("practice.joined-cluster", PracticeEvent.JoinedCluster.class)
            .build();

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<PracticeEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Practice stateAfter, PracticeEvent event) {
        return switch (event) {
            case PracticeEvent.Registered e -> {
                var d = e.details();
                yield Optional.of(Publication.of(new DirectoryEvent.PracticeRegistered(
                        e.practice(), d.name(), d.postcode(), d.listSize(), d.codeOrigin(), d.kind())));
            }
            case PracticeEvent.JoinedCluster e -> {
                var m = e.membership();
                var fact = new DirectoryEvent.PracticeJoinedCluster(e.practice(), m.programme(), m.cluster(), m.from());
                yield Optional.of(Publication.of(fact, m.programme(), m.cluster(), null));
            }
        };
    }

    static List<CompanionRow> show(String id, Practice practice, long version, int added) {
        return switch (practice) {
            case Practice.NotRegistered _ -> List.of();
            case Practice.Registered p -> {
                var d = p.details();
                yield REGISTER.show(
                        id, version, added, d.name(), d.postcode(), d.listSize(), d.codeOrigin(), d.kind(), JsonColumn.write(p.memberships()));
            }
        };
    }
}
