package org.kith.referral.takingup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where people were signposted to. */
@Singleton
final class Signposts {
    private static final String LATEST = """
            SELECT version, data ->> 'kind', data ->> 'destination', occurred_at FROM referral_history
            WHERE referral = $1 AND type = 'person.signposted' AND data ->> 'kind' = $2 AND data ->> 'destination' = $3 ORDER BY version DESC LIMIT 1""";
    /** Nothing is asked about who was erased, or of a referral that should never have been. */
    private static final String ASKED_ABOUT = """
            SELECT h.version, h.data ->> 'kind', h.data ->> 'destination', h.occurred_at FROM referral_history h JOIN referral_view v USING (referral)
            WHERE h.referral = $1 AND h.version = $2 AND h.type = 'person.signposted' AND v.phase <> 'entered-in-error'
              AND EXISTS (SELECT FROM vault_key k WHERE k.person = v.person)""";

    private final Pool pool;

    Signposts(Pool pool) {
        this.pool = pool;
    }

    /** @param version of the event */
    record Signpost(long version, String kind, String destination, Instant at) {}

    Uni<Optional<Signpost>> latest(UUID referral, String kind, String destination) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(referral, kind, destination)).map(Signposts::first);
    }

    Uni<Optional<Signpost>> askedAbout(Links.Link link) {
        return pool.preparedQuery(ASKED_ABOUT).execute(Tuple.of(link.referral(), link.version())).map(Signposts::first);
    }

    private static Optional<Signpost> first(RowSet<Row> rows) {
        for (var row : rows) return Optional.of(new Signpost(row.getLong(0), row.getString(1), row.getString(2), row.getOffsetDateTime(3).toInstant()));
        return Optional.empty();
    }
}
