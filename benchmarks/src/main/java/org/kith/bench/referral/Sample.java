package org.kith.bench.referral;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What the last referral wrote, as the values of a script. */
final class Sample {
    private Sample() {}

    static Map<String, String> last(Statement statement) throws SQLException {
        var values = new HashMap<String, String>();
        try (var rows = statement.executeQuery("""
                SELECT f.referral, f.person, f.sealed, k.wrapped, e.data::text AS received, c.data::text AS consent, e.actor, e.correlation_id::text AS correlation, e.occurred_at
                FROM referral_file f JOIN vault_key k USING (person)
                JOIN event e ON e.stream_id = 'referral-' || f.referral AND e.version = 1
                JOIN event c ON c.stream_id = e.stream_id AND c.version = 2
                ORDER BY f.referral DESC LIMIT 1""")) {
            if (!rows.next()) throw new IllegalStateException("no referral was received yet");
            values.put("sealed", ReferralPgbench.hex(rows.getBytes("sealed")));
            values.put("wrapped", ReferralPgbench.hex(rows.getBytes("wrapped")));
            values.put("received", rows.getString("received"));
            values.put("consent", rows.getString("consent"));
            values.put("account", rows.getString("actor"));
            values.put("correlation", rows.getString("correlation"));
            var referral = rows.getString("referral");
            var person = rows.getString("person");
            // What the relay took away again is made anew, byte for byte as long.
            values.put("toldreceived", """
                    {"referral":"%s","person":"%s","source":"primary-care","practice":"KITH-NLW-07","reasons":["social-isolation","long-term-condition"],\
                    "ageBand":"75-84","gender":"female","ethnicity":"not-asked","door":"rest"}""".formatted(referral, person));
            values.put("toldconsent", "{\"referral\":\"%s\",\"person\":\"%s\",\"how\":\"verbal\"}".formatted(referral, person));
            values.put("envelope", """
                    {"id":"%s","source":"/kith/referral","stream":"referral-%s","streamVersion":1,"type":"referral.received","schemaVersion":1,\
                    "occurredAt":"2026-03-02T10:15:30.123456Z","recordedAt":"2026-03-02T10:15:30.123456Z","programmes":["norfolk-living-well"],\
                    "area":"coastal","actor":"%s","correlationId":"%s","voids":[]}""".formatted(referral, referral, values.get("account"), values.get("correlation")));
            values.put("answer", "{\"id\":\"%s\",\"phase\":\"awaiting-reply\"}".formatted(referral));
            return values;
        }
    }
}
