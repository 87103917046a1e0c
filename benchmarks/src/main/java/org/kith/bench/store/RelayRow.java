package org.kith.bench.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kith.bench.KafkaTool;
import org.kith.bench.Row;
import org.kith.events.CloudEventHeaders;
import org.kith.eventstore.EventWriter;
import org.kith.eventstore.NewEvent.Outgoing;
import org.kith.relay.Relay;

/** A full outbox until it is empty: read, published, acknowledged, deleted; against Kafka's own tool sending as many bytes. */
public final class RelayRow implements Row {
    private static final int RECORDS = 100_000;
    private static final int PAIRS = 5;
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");

    @Override
    public String id() {
        return "relay";
    }

    @Override
    public String measured() {
        return "records/s from the outbox, acknowledged and deleted";
    }

    @Override
    public String peer() {
        return "kafka-producer-perf-test, acks=all, same bytes a record";
    }

    @Override
    public String wanted() {
        return "≥ 0.5";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public List<Pair> measure() throws Exception {
        var outgoing = outgoing();
        try (var database = new BenchDatabase(); var broker = new BenchBroker()) {
            drain(database, broker, outgoing);
            perfTest(broker, bytes(outgoing));
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < PAIRS; i++) pairs.add(new Pair(drain(database, broker, outgoing), perfTest(broker, bytes(outgoing))));
            return pairs;
        }
    }

    private static double drain(BenchDatabase database, BenchBroker broker, Outgoing outgoing) throws SQLException, InterruptedException {
        database.empty();
        fill(database, outgoing);
        var pool = database.pool(2);
        long begin = System.nanoTime();
        try (var relay = new Relay(pool, broker.client()).start(); var owner = database.owner()) {
            // asked seldom: there are two cores, and the relay needs them
            while (relay.published() < RECORDS) Thread.sleep(2);
            var left = owner.prepareStatement("SELECT EXISTS (SELECT FROM outbox)");
            while (true) {
                var rows = left.executeQuery();
                rows.next();
                if (!rows.getBoolean(1)) break;
                Thread.sleep(2);
            }
            return RECORDS * 1e9 / (System.nanoTime() - begin);
        } finally {
            pool.closeAndAwait();
        }
    }

    /** Ids and streams all different, 20 events a stream. */
    private static void fill(BenchDatabase database, Outgoing outgoing) throws SQLException {
        try (var owner = database.owner();
                var insert = owner.prepareStatement("""
                        INSERT INTO outbox (envelope, data)
                        SELECT jsonb_set(jsonb_set(?::jsonb, '{id}', to_jsonb(uuidv7()::text)), '{stream}', to_jsonb('referral-0195b3f0-0000-7000-8000-' || lpad((n / 20)::text, 12, '0'))), ?
                        FROM generate_series(1, ?) AS n""")) {
            insert.setString(1, outgoing.envelope());
            insert.setString(2, outgoing.data());
            insert.setInt(3, RECORDS);
            insert.execute();
            owner.createStatement().execute("ANALYZE outbox");
        }
    }

    private static double perfTest(BenchBroker broker, int bytes) throws IOException, InterruptedException {
        var client = new HashMap<String, Object>(broker.client());
        client.put("acks", "all");
        var arguments = List.of("--topic", BenchBroker.PEER_TOPIC, "--num-records", Integer.toString(RECORDS), "--record-size", Integer.toString(bytes), "--throughput", "-1");
        return KafkaTool.figure("ProducerPerformance", client, arguments, RATE);
    }

    private static Outgoing outgoing() {
        var arrivals = new Arrivals();
        var id = AppendLoad.anyId();
        var outgoing = new EventWriter<>(Arrivals.FAMILY, arrivals::evolve).outgoing(
                Arrivals.FAMILY.stream(id), 1, id, arrivals.initial(), Arrivals.EVENT, Arrivals.EVENT.occurredAt(), "account-7", id, null);
        if (outgoing == null) throw new IllegalStateException("the event is public");
        return outgoing;
    }

    /** Key, value and headers of a record. */
    private static int bytes(Outgoing outgoing) throws IOException {
        var envelope = EventWriter.readEnvelope(outgoing.envelope());
        int bytes = envelope.stream().length() + outgoing.data().length();
        for (var header : CloudEventHeaders.write(envelope).entrySet()) bytes += header.getKey().length() + header.getValue().length();
        return bytes;
    }
}
