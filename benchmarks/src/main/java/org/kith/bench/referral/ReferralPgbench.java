package org.kith.bench.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.kith.bench.Commands;

/**
 * pgbench writing what one referral writes (stream, two events, two outbox rows, key, hash, file, idempotency key) in one
 * statement: prepared, over TCP, the bytes sent each time. The tables are copies in a schema of their own, so that nobody publishes
 * them; without foreign keys, and it looks for no conflict, both of which flatter it.
 */
final class ReferralPgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
    private static final int CLIENTS = 16;
    private static final List<String> TABLES = List.of("stream", "event", "outbox", "vault_key", "vault_identifier", "referral_file", "idempotency_key");

    private static final String SCRIPT = """
            WITH r AS MATERIALIZED (SELECT uuidv7() AS referral, uuidv7() AS person),
            s AS (INSERT INTO stream (id, version, appended) SELECT 'referral-' || referral, 2, 2 FROM r),
            e AS (INSERT INTO event (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, data)
              SELECT 'referral-' || referral, v.version, uuidv7(), v.type, 1, now(), now(), :account, :correlation::uuid, v.data::json
              FROM r, (VALUES (1, 'referral.received', :received), (2, 'consent.given', :consent)) AS v (version, type, data)),
            o AS (INSERT INTO outbox (envelope, data) VALUES (:envelope, :toldreceived), (:envelope, :toldconsent)),
            k AS (INSERT INTO vault_key (person, key_id, wrapped) SELECT person, 'k1', :wrapped::bytea FROM r),
            i AS (INSERT INTO vault_identifier (hash, person) SELECT sha256(uuidv7()::text::bytea), person FROM r),
            f AS (INSERT INTO referral_file (referral, person, programme, area, practice, organisation, source, safeguarding, occurred_at, version, sealed)
              SELECT referral, person, 'norfolk-living-well', 'coastal', 'KITH-NLW-07', 'partner-one', 'primary-care', false, now(), 2, :sealed::bytea FROM r)
            INSERT INTO idempotency_key (caller, key, request_hash, status, location, version, body)
              SELECT :account, gen_random_uuid()::text, sha256('any'), 201, '/api/referrals/' || referral, 2, :answer FROM r;""";

    private final Properties configuration;
    private final Map<String, String> values;

    /** Reads the bytes to write from the referral that was received last. */
    ReferralPgbench(RunningKith kith) throws IOException, SQLException {
        configuration = kith.configuration("referral");
        try (var owner = kith.database("referral"); var statement = owner.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            for (var table : TABLES) statement.execute("CREATE TABLE bench.%s (LIKE public.%s INCLUDING ALL)".formatted(table, table));
            var role = configuration.getProperty("kith.db.user");
            statement.execute("GRANT USAGE ON SCHEMA bench TO \"" + role + "\"");
            statement.execute("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA bench TO \"" + role + "\"");
            values = Sample.last(statement);
        }
    }

    /** Transactions a second. */
    double run(int seconds) throws IOException, InterruptedException {
        var address = configuration.getProperty("kith.db.address").split(":");
        var script = Files.createTempFile("referral", ".sql");
        try {
            Files.writeString(script, SCRIPT.replace('\n', ' '));
            var command = new ArrayList<>(List.of(
                    "pgbench", "-n", "-M", "prepared", "-c", Integer.toString(CLIENTS), "-j", "2", "-T", Integer.toString(seconds),
                    "-f", script.toString(), "-h", address[0], "-p", address[1], "-U", configuration.getProperty("kith.db.user")));
            values.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
            command.add(configuration.getProperty("kith.db.name"));
            return Commands.figure(
                    command, Map.of("PGPASSWORD", configuration.getProperty("kith.db.password"), "PGOPTIONS", "-c search_path=bench"), RATE);
        } finally {
            Files.delete(script);
        }
    }

    static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
