package org.kith.directory.checking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kith.directory.codelists.CodeListRow;
import org.kith.directory.codelists.domain.Code;
import org.kith.directory.programmes.ProgrammeRow;
import org.kith.directory.programmes.domain.Area;

/** Reads what a request is checked against, in one session. */
@Singleton
public final class Lookups {
    private final Mutiny.SessionFactory sessions;

    Lookups(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** @param sent id of the programme as the request named it, whatever that is */
    public Uni<Known> of(@Nullable String sent, String... lists) {
        // as it was sent, and PostgreSQL takes no NUL in a text
        var programme = sent == null || sent.indexOf('\0') >= 0 ? null : sent;
        return sessions.withSession(session -> areas(session, programme).chain(areas -> codes(session, List.of(lists))
                .map(codes -> new Known(programme, programme == null ? null : areas.get(programme), codes))));
    }

    /** Areas by programme, of those that exist. */
    public Uni<Map<String, Set<String>>> areas(Set<String> programmes) {
        return sessions.withSession(session -> areas(session, programmes));
    }

    private static Uni<Map<String, Set<String>>> areas(Mutiny.Session session, @Nullable String programme) {
        return programme == null ? Uni.createFrom().item(Map.of()) : areas(session, Set.of(programme));
    }

    private static Uni<Map<String, Set<String>>> areas(Mutiny.Session session, Set<String> programmes) {
        return session.createSelectionQuery("from ProgrammeRow where id in :ids", ProgrammeRow.class)
                .setParameter("ids", programmes)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(
                        ProgrammeRow::id, row -> row.areas().stream().map(Area::code).collect(Collectors.toSet()))));
    }

    private static Uni<Map<String, Set<String>>> codes(Mutiny.Session session, List<String> lists) {
        if (lists.isEmpty()) return Uni.createFrom().item(Map.of());
        return session.createSelectionQuery("from CodeListRow where id in :ids", CodeListRow.class)
                .setParameter("ids", lists)
                .getResultList()
                .map(rows -> {
                    var codes = new HashMap<String, Set<String>>();
                    for (var row : rows) codes.put(row.id(), row.codes().stream().map(Code::code).collect(Collectors.toSet()));
                    return codes;
                });
    }
}
