package org.kith.eventstore;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The streams of one service's database. Thread-safe; one per database and process, since appends that wait at the same
 * moment are grouped in it. Answers come back on the Vert.x context of whoever asked.
 */
public final class EventStore implements AutoCloseable {
    // by primary key; a stream is short, so it is read whole
    private static final String READ = """
            SELECT version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, causation_id, data::text
            FROM event WHERE stream_id = $1 ORDER BY version""";

    private final io.vertx.sqlclient.Pool pool;
    private final GroupingAppender appender;
    private final int maxEventBytes;

    private EventStore(io.vertx.sqlclient.Pool pool, GroupingAppender appender, int maxEventBytes) {
        this.pool = pool;
        this.appender = appender;
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * @param pool of PostgreSQL connections with prepared statements cached; up to {@link Builder#inFlight} of them are
     *     kept for appending
     */
    public static Builder on(Vertx vertx, Pool pool) {
        return new Builder(vertx, pool.getDelegate());
    }

    /**
     * Stores the events, the outbox rows and the companion rows in one commit, or nothing.
     *
     * @return fails with {@link IllegalArgumentException} when an event is too large, with {@link OverloadedException}
     *     when too many appends are waiting, and with the driver's exception when the database cannot be reached
     */
    public Uni<AppendResult> append(Append append) {
        return Uni.createFrom().emitter(emitter -> {
            for (var event : append.events()) {
                if (Sizes.exceeds(event, maxEventBytes)) {
                    emitter.fail(new IllegalArgumentException(
                            "event " + event.encoded().type() + " is larger than " + maxEventBytes + " bytes"));
                    return;
                }
            }
            appender.submit(append, emitter::complete, emitter::fail);
        });
    }

    /** The events of a stream from its first; empty when there is no such stream. */
    public Uni<List<StoredEvent>> read(String stream) {
        return Uni.createFrom().emitter(emitter -> pool.preparedQuery(READ).execute(Tuple.of(stream)).onComplete(result -> {
            if (result.failed()) {
                emitter.fail(result.cause());
                return;
            }
            var events = new ArrayList<StoredEvent>(result.result().size());
            for (Row row : result.result()) events.add(storedEvent(stream, row));
            emitter.complete(events);
        }));
    }

    /** Run, on an event loop and without blocking, after each commit that left something to publish: wakes the relay. */
    public void afterCommit(Runnable action) {
        appender.afterCommit(action);
    }

    /** Gives the connections kept for appending back; appends still waiting fail. */
    @Override
    public void close() {
        appender.close();
    }

    private static StoredEvent storedEvent(String stream, Row row) {
        return new StoredEvent(
                stream,
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                row.getInteger(3),
                row.getOffsetDateTime(4).toInstant(),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6),
                row.getUUID(7),
                row.get(UUID.class, 8),
                row.getString(9));
    }

    /** What a service may set; each has a default that serves. */
    public static final class Builder {
        private final Vertx vertx;
        private final io.vertx.sqlclient.Pool pool;
        private List<CompanionTable> companions = List.of();
        private int maxEventBytes = 256 * 1024;
        private int inFlight = 2;
        private int maxGroup = 128;
        private int maxWaiting = 10_000;

        private Builder(Vertx vertx, io.vertx.sqlclient.Pool pool) {
            this.vertx = Objects.requireNonNull(vertx);
            this.pool = Objects.requireNonNull(pool);
        }

        /** Every table whose rows may come with an append. Claims are taken in this order. */
        public Builder companions(CompanionTable... tables) {
            companions = List.of(tables);
            return this;
        }

        public Builder companions(List<CompanionTable> tables) {
            companions = List.copyOf(tables);
            return this;
        }

        /** Of the stored and of the public JSON of one event, each. */
        public Builder maxEventBytes(int bytes) {
            maxEventBytes = bytes;
            return this;
        }

        /** Statements at the same time, each on a connection of its own. */
        public Builder inFlight(int statements) {
            inFlight = statements;
            return this;
        }

        /** Appends that may share a statement. */
        public Builder maxGroup(int appends) {
            maxGroup = appends;
            return this;
        }

        /** Appends that may wait before more are refused. */
        public Builder maxWaiting(int appends) {
            maxWaiting = appends;
            return this;
        }

        public EventStore build() {
            var statements = new AppendStatements(companions);
            return new EventStore(pool, new GroupingAppender(vertx, pool, statements, inFlight, maxGroup, maxWaiting), maxEventBytes);
        }
    }
}
