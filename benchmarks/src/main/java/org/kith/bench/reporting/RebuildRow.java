package org.kith.bench.reporting;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.bench.Row;

/** A programme of a million events counted again from its facts, from the request to the new projection's being live. */
public final class RebuildRow implements Row {
    /** {@code -Dkith.bench.events=100000} takes fewer, to try it out. */
    private static final long EVENTS = Long.getLong("kith.bench.events", 1_000_000);
    private static final int PAIRS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String LIVE = "SELECT coalesce(max(id), 0) FROM projection WHERE programme = '" + RunningReporting.PROGRAMME + "' AND state = 'live'";

    @Override
    public String id() {
        return "rebuild";
    }

    @Override
    public String measured() {
        return "events/s of a rebuild of %,d events, from the request to the swap".formatted(EVENTS);
    }

    @Override
    public String peer() {
        return "kafka-consumer-perf-test on the same topic";
    }

    @Override
    public String wanted() {
        return "≥ 0.15, and ≥ 30,000 /s";
    }

    @Override
    public Optional<String> missing() {
        return RunningReporting.find().isPresent() ? Optional.empty() : Optional.of("the platform is not running: ./kith up --empty");
    }

    @Override
    public List<Pair> measure() throws Exception {
        var kith = RunningReporting.find().orElseThrow();
        var events = new ManyEvents(kith);
        events.ensure(EVENTS);
        long facts = events.facts();
        long records = events.records();
        rebuild(kith, facts);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < PAIRS; i++) pairs.add(new Pair(rebuild(kith, facts), ConsumerPerfTest.run(kith, ManyEvents.TOPIC, records)));
        return pairs;
    }

    private static double rebuild(RunningReporting kith, long facts) throws SQLException, IOException, InterruptedException {
        try (var database = kith.database(); var statement = database.createStatement()) {
            database.createStatement().execute("CHECKPOINT");
            long before = live(statement);
            long begin = System.nanoTime();
            kith.ask("POST", "/api/programmes/" + RunningReporting.PROGRAMME + "/rebuild", "administrator");
            while (live(statement) == before) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) throw new IllegalStateException("the rebuild did not end");
                Thread.sleep(Duration.ofMillis(20));
            }
            return facts * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static long live(java.sql.Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(LIVE)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
