package org.kith.directory.programmes;

import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.programmes.domain.Nation;
import org.kith.directory.programmes.domain.Programme;
import org.kith.directory.programmes.domain.ProgrammeEvent;
import org.kith.directory.storage.JsonColumn;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code programme-<id>}: how they are stored, shown and told. */
public final class Programmes implements StreamFamily<Programme, ProgrammeEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of("programme", column("name", TEXT), column("lawful_basis", TEXT), column("areas", TEXT), column("nation", TEXT));

    private static final EventCodec<ProgrammeEvent> CODEC = EventCodec.of(ProgrammeEvent.class)
            // Before version 2 nobody said of which nation it was.
            .event("programme.set-up", ProgrammeEvent.SetUp.class, data -> data)
            .build();

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<ProgrammeEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Programme stateAfter, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.SetUp e -> {
                var areas = e.areas().stream().map(area -> new DirectoryEvent.Area(area.code(), area.name())).toList();
                var fact = new DirectoryEvent.ProgrammeSetUp(e.programme(), e.name(), e.lawfulBasis().code(), areas, code(e.nation()));
                yield Optional.of(Publication.of(fact, e.programme(), null, null));
            }
        };
    }

    static List<CompanionRow> show(String id, Programme programme, long version, int added) {
        return switch (programme) {
            case Programme.NotSetUp _ -> List.of();
            case Programme.Running p ->
                REGISTER.show(id, version, added, p.name(), p.lawfulBasis().code(), JsonColumn.write(p.areas()), code(p.nation()));
        };
    }

    private static @Nullable String code(@Nullable Nation nation) {
        return nation == null ? null : nation.code();
    }
}
