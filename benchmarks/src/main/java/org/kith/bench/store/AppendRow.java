package org.kith.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.bench.Commands;
import org.kith.bench.Row;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;

/** Decide, encode, append and wait until it is durable, against pgbench writing the same rows on the same server. */
public abstract class AppendRow implements Row {
    static final int PAIRS = 5;
    static final int SECONDS = 3;
    static final int WARM_UP_SECONDS = 20;
    static final int CLIENTS = 16;
    /** Many at once make large groups, so the code that builds them is compiled sooner. */
    static final int WARM_UP_CLIENTS = 128;

    private final int events;

    AppendRow(int events) {
        this.events = events;
    }

    /** One event each. */
    public static final class Single extends AppendRow {
        public Single() {
            super(1);
        }

        @Override
        public String wanted() {
            return "≥ 0.8";
        }
    }

    /** A hundred events each. */
    public static final class Hundred extends AppendRow {
        public Hundred() {
            super(100);
        }

        @Override
        public String wanted() {
            return "≥ 0.7";
        }
    }

    @Override
    public String id() {
        return "append-" + events;
    }

    @Override
    public String measured() {
        return "appends/s, " + events + (events == 1 ? " event" : " events") + " each, " + CLIENTS + " at once";
    }

    @Override
    public String peer() {
        return "pgbench -M prepared, TCP, same rows in one statement, " + CLIENTS + " clients";
    }

    @Override
    public Optional<String> missing() {
        return Commands.needPgbench();
    }

    @Override
    public List<Pair> measure() throws Exception {
        try (var database = new BenchDatabase(); var store = EventStore.on(database.vertx, database.pool(4)).build()) {
            var handler = new CommandHandler<>(store, Arrivals.FAMILY, new Arrivals());
            var load = new AppendLoad(database.vertx, handler, CLIENTS, events);
            var pgbench = new Pgbench(database, CLIENTS, events);
            new AppendLoad(database.vertx, handler, WARM_UP_CLIENTS, events).run(Duration.ofSeconds(WARM_UP_SECONDS));
            pgbench.run(2);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < PAIRS; i++) {
                database.empty();
                double ours = load.run(Duration.ofSeconds(SECONDS));
                database.empty();
                pairs.add(new Pair(ours, pgbench.run(SECONDS)));
            }
            return pairs;
        }
    }
}
