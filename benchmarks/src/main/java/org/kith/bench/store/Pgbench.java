package org.kith.bench.store;

import org.kith.bench.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kith.eventstore.EventWriter;

/**
 * pgbench appending rows of the same bytes in one-statement transactions: prepared, over TCP, the bytes sent each time.
 * It looks for no conflict, which flatters it.
 */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    private static final String ONE = """
            WITH s AS (INSERT INTO stream (id, version, appended) VALUES ('referral-' || uuidv7(), 1, 1) RETURNING id),
            e AS (INSERT INTO event (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, data)
              SELECT id, 1, uuidv7(), 'referral-received', 1, now(), now(), 'account-7', :id::uuid, :stored::json FROM s)
            INSERT INTO outbox (envelope, data) SELECT :envelope, :published FROM s;""";

    private static final String MANY = """
            WITH s AS (INSERT INTO stream (id, version, appended) VALUES ('referral-' || uuidv7(), %1$d, %1$d) RETURNING id),
            e AS (INSERT INTO event (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, data)
              SELECT s.id, u.n, uuidv7(), 'referral-received', 1, now(), now(), 'account-7', :id::uuid, u.data::json
              FROM s, unnest(:stored::text[]) WITH ORDINALITY AS u (data, n))
            INSERT INTO outbox (envelope, data) SELECT u.* FROM s, unnest(:envelope::text[], :published::text[]) AS u;""";

    private final BenchDatabase database;
    private final int clients;
    private final int events;

    Pgbench(BenchDatabase database, int clients, int events) {
        this.database = database;
        this.clients = clients;
        this.events = events;
    }

    /** Transactions a second. */
    double run(int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("append", ".sql");
        try {
            Files.writeString(script, (events == 1 ? ONE : MANY.formatted(events)).replace('\n', ' '));
            return Commands.figure(command(script.toString(), seconds), Map.of("PGPASSWORD", BenchDatabase.ROLES.appPassword()), RATE);
        } finally {
            Files.delete(script);
        }
    }

    private List<String> command(String script, int seconds) {
        var command = new ArrayList<>(List.of(
                "pgbench", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2", "-T", Integer.toString(seconds), "-f", script,
                "-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", BenchDatabase.ROLES.app()));
        var writer = new EventWriter<>(Arrivals.FAMILY, new Arrivals()::evolve);
        var id = AppendLoad.anyId();
        var outgoing = writer.outgoing(
                Arrivals.FAMILY.stream(id), 1, id, new Arrivals().initial(), Arrivals.EVENT, Arrivals.EVENT.occurredAt(), "account-7", id, null);
        if (outgoing == null) throw new IllegalStateException("the event is public");
        define(command, "id", id.toString());
        define(command, "stored", times(Arrivals.FAMILY.codec().encode(Arrivals.EVENT).data()));
        define(command, "envelope", times(outgoing.envelope()));
        define(command, "published", times(outgoing.data()));
        command.add(BenchDatabase.ROLES.database());
        return command;
    }

    private String times(String value) {
        if (events == 1) return value;
        var quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return "{" + String.join(",", Collections.nCopies(events, quoted)) + "}";
    }

    private static void define(List<String> command, String name, String value) {
        command.add("-D");
        command.add(name + "=" + value);
    }
}
