package org.kith.reporting.ingesting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.storage.Columns;

/**
 * What events say of who is who, kept as it was said. Nothing that was counted changes by it: contributions stay under the reference
 * that their event carries, and whose that is is found when a number is asked for.
 */
@Singleton
public class MergeStatements {
    private static final String MERGED = "person.merged";
    private static final String UNMERGED = "person.unmerged";
    private static final String KEEP = """
            INSERT INTO merge_statement (event_id, reference, known_at, stream_version, person)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::int8[], $5::text[])
            ON CONFLICT DO NOTHING
            """;

    private record Statement(ArrivedEvent event, String reference, @Nullable String person) {}

    /** In the transaction that has stored the facts; costs nothing where none of them says anything of the kind. */
    Uni<Void> keep(SqlConnection connection, List<ArrivedEvent> events, Collection<UUID> fresh) {
        var said = new ArrayList<Statement>();
        for (var event : events) if (isOne(event) && fresh.contains(event.id())) said.add(statement(event));
        if (said.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(KEEP).execute(Columns.of(said)
                .uuids(one -> one.event().id()).texts(Statement::reference).moments(one -> one.event().knownAt())
                .longs(one -> one.event().envelope().streamVersion()).texts(Statement::person).tuple()).replaceWithVoid();
    }

    private static boolean isOne(ArrivedEvent event) {
        var type = event.envelope().type();
        return type.equals(MERGED) || type.equals(UNMERGED);
    }

    private static Statement statement(ArrivedEvent event) {
        var person = event.envelope().type().equals(MERGED) ? text(event, "into") : null;
        return new Statement(event, text(event, "person"), person);
    }

    private static String text(ArrivedEvent event, String field) {
        return Objects.requireNonNull(event.fact().data().get(field), "checked when it was read").toString();
    }
}
