package org.kith.web.idempotency;

import static org.kith.eventstore.CompanionTable.column;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.web.command.Answer;

/**
 * The keys of a service's database. A service that uses them names {@link #TABLE} among its event store's companions and
 * {@code db/service-web} among its Flyway locations.
 */
@Singleton
public final class IdempotencyKeys {
    public static final CompanionTable TABLE = CompanionTable.claim(
            "idempotency_key",
            List.of("caller", "key"),
            column("caller", ColumnType.TEXT),
            column("key", ColumnType.TEXT),
            column("request_hash", ColumnType.BYTEA),
            column("status", ColumnType.INT),
            column("location", ColumnType.TEXT),
            column("version", ColumnType.BIGINT),
            column("body", ColumnType.TEXT));

    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);
    private static final int PURGED_AT_ONCE = 5_000;
    private static final String FIND = "SELECT request_hash, status, location, version, body FROM idempotency_key WHERE caller = $1 AND key = $2";
    // a bounded number at a time: a long delete would hold its snapshot and its locks against everybody's POSTs
    private static final String PURGE = """
            DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
              SELECT ctid FROM idempotency_key WHERE created_at < $1 LIMIT $2))""";

    private final Instance<Pool> pool;
    private final Vertx vertx;
    private final Clock clock;
    private final IdempotencySettings settings;
    private final RequestHash hash;
    private long timer = -1;

    IdempotencyKeys(Instance<Pool> pool, Vertx vertx, Clock clock, IdempotencySettings settings) {
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
        this.settings = settings;
        this.hash = new RequestHash(settings.secret()
                .orElseThrow(() -> new IllegalStateException("set kith.idempotency.secret (or kith.db.password, which serves without it)")));
    }

    @PostConstruct
    void purgeRegularly() {
        timer = vertx.setPeriodic(settings.purgedEvery().toMillis(), _ -> purge(clock.instant().minus(settings.kept()))
                .subscribe().with(_ -> {}, failure -> LOG.warn("old idempotency keys could not be deleted; the next round tries again", failure)));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    public IdempotencyKey key(String caller, String value, String method, String path, byte[] body) {
        return new IdempotencyKey(caller, value, hash.of(method, path, body));
    }

    /** The row that goes into the commit of the events. */
    public CompanionRow row(IdempotencyKey key, Answer answer) {
        return TABLE.row(
                key.caller(), key.value(), key.requestHash(), answer.status(), answer.location(), answer.version(), answer.json());
    }

    public Uni<Optional<StoredAnswer>> find(IdempotencyKey key) {
        return pool.get().preparedQuery(FIND).execute(Tuple.of(key.caller(), key.value())).map(IdempotencyKeys::first);
    }

    /** Deletes the keys stored before that moment. @return how many */
    public Uni<Integer> purge(Instant before) {
        return pool.get().preparedQuery(PURGE).execute(Tuple.of(before.atOffset(ZoneOffset.UTC), PURGED_AT_ONCE))
                .chain(rows -> rows.rowCount() < PURGED_AT_ONCE
                        ? Uni.createFrom().item(rows.rowCount())
                        : purge(before).map(more -> more + rows.rowCount()));
    }

    private static Optional<StoredAnswer> first(RowSet<Row> rows) {
        for (Row row : rows) {
            @Nullable
            String body = row.getString("body");
            Answer answer = new Answer(row.getInteger("status"), row.getString("location"), row.getLong("version"), body);
            return Optional.of(new StoredAnswer(row.getBuffer("request_hash").getBytes(), answer));
        }
        return Optional.empty();
    }
}
