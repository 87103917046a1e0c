package org.kith.directory.codelists;

import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.directory.codelists.domain.CodeList;
import org.kith.directory.codelists.domain.CodeListEvent;
import org.kith.directory.storage.JsonColumn;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code code-list-<name>}: how they are stored, shown and told. */
public final class CodeLists implements StreamFamily<CodeList, CodeListEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of("code_list", column("list_version", INT), column("codes", TEXT));

    private static final EventCodec<CodeListEvent> CODEC = EventCodec.of(CodeListEvent.class).event("code-list.published", CodeListEvent.VersionPublished.class).build();

    @Override
    public String name() {
        return "code-list";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<CodeListEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, CodeList stateAfter, CodeListEvent event) {
        return switch (event) {
            case CodeListEvent.VersionPublished e -> {
                var codes = e.codes().stream().map(code -> new DirectoryEvent.Code(code.code(), code.label())).toList();
                yield Optional.of(Publication.of(new DirectoryEvent.CodeListPublished(e.list(), e.version(), codes)));
            }
        };
    }

    static List<CompanionRow> show(String id, CodeList list, long version, int added) {
        return switch (list) {
            case CodeList.Unpublished _ -> List.of();
            case CodeList.Published p -> REGISTER.show(id, version, added, p.version(), JsonColumn.write(p.codes()));
        };
    }
}
