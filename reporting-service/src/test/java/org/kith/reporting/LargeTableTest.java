package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reporting.models.ModelFiles;
import org.kith.reporting.rebuilding.Rebuild;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Many facts. {@code -Dkith.test.facts=1000000} takes more of them than an ordinary run; the log says how long things took. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class LargeTableTest {
    private static final Logger LOG = Logger.getLogger(LargeTableTest.class);
    private static final int FACTS = Integer.getInteger("kith.test.facts", 20_000);
    private static final String PROGRAMME = "norfolk-living-well";

    /** Of each ten: two referrals received, five contacts held, two people signposted, one referral closed; each person has ten, and all of it again later. */
    private static final String MAKE = """
            INSERT INTO fact (event_id, source, source_offset, known_at, type, schema_version, stream, stream_version, occurred_at, occurred_on, programmes, area, data)
            SELECT gen_random_uuid(), (SELECT min(id) FROM position), -n - 1000000000 * pass, moment + pass * interval '1 microsecond', type, 1, 'referral-' || person, n, moment, moment::date, ARRAY['norfolk-living-well'],
                (ARRAY['breckland','coastal','fens','ketts-oak','kings-lynn','mid-norfolk','swaffham'])[1 + person % 7],
                CASE type
                    WHEN 'referral.received' THEN json_build_object('referral', 'r' || n, 'person', 'p' || person, 'source', 'primary-care', 'practice', 'KITH-NLW-01',
                        'reasons', json_build_array('debt', 'housing'), 'ageBand', '35-44', 'gender', 'female', 'ethnicity', 'not-asked', 'door', 'rest')
                    WHEN 'contact.held' THEN json_build_object('referral', 'r' || n, 'person', 'p' || person, 'worker', 'w' || n % 12, 'mode', 'phone', 'minutes', n % 60)
                    WHEN 'person.signposted' THEN json_build_object('referral', 'r' || n, 'person', 'p' || person, 'kind', 'group', 'destination', 'g' || n % 300)
                    ELSE json_build_object('referral', 'r' || n, 'person', 'p' || person, 'outcome', 'goals-met')
                END
            FROM (SELECT pass, n, n / 10 AS person, timestamptz '1960-01-03T09:00Z' + (n % 360) * interval '1 day' + n * interval '1 millisecond' AS moment,
                    (ARRAY['referral.received','referral.received','contact.held','contact.held','contact.held','contact.held','contact.held',
                        'person.signposted','person.signposted','referral.closed'])[1 + n % 10] AS type
                  FROM generate_series(0, 1) AS pass, generate_series(1, :facts / 2) AS n ORDER BY pass, n)
            """;

    private static final String LIVE = "SELECT id FROM projection WHERE programme = '" + PROGRAMME + "' AND state = 'live'";
    private static final String DERIVED_MEMBERS = """
            SELECT series, %s, period_date, subject, cells, min(known_from) FROM contribution
            WHERE projection = (%s) AND subject IS NOT NULL AND occasion IS NULL GROUP BY 1, 2, 3, 4, 5, 6""";
    private static final String WRONG_MEMBERS = """
            WITH here AS (SELECT series, months, day, period_date, subject, cells, known_from FROM member WHERE projection = (%1$s)),
            derived AS (%2$s UNION ALL %3$s)
            SELECT (SELECT count(*) FROM (TABLE here EXCEPT ALL TABLE derived)) + (SELECT count(*) FROM (TABLE derived EXCEPT ALL TABLE here)),
                (SELECT count(*) FROM here)
            """.formatted(LIVE, DERIVED_MEMBERS.formatted("0, day", LIVE), DERIVED_MEMBERS.formatted("1, date_trunc('month', day)::date", LIVE));

    @ConfigProperty(name = "kith.db.address") String address;
    @ConfigProperty(name = "kith.db.name") String database;
    @ConfigProperty(name = "kith.db.owner.user") String owner;
    @ConfigProperty(name = "kith.db.owner.password") String password;
    @Inject ModelFiles files;
    @Inject Rebuild rebuild;

    @BeforeEach
    void everything_is_ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void a_rebuild_counts_every_fact_and_a_report_does_not_read_them() throws SQLException {
        try (var connection = connection(); var statement = connection.createStatement()) {
            statement.execute(MAKE.replace(":facts", Integer.toString(FACTS)));
            statement.execute("ANALYZE fact");
        }

        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var result = rebuild.run(files.of(PROGRAMME));
        LOG.infof("processor time of folding: %d ms", (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);

        long millis = result.took().toMillis();
        LOG.infof("rebuilt %d facts in %d ms: %d a second", result.facts(), millis, result.facts() * 1000 / Math.max(1, millis));
        report();
        long start = System.nanoTime();
        var report = report();
        LOG.infof("a report over %d facts took %d ms", result.facts(), Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(result.facts()).isGreaterThanOrEqualTo(FACTS);
        assertThat(report.getInt("indicators.find { it.definition.counts == 'count of referral.received' }.value")).isEqualTo(FACTS / 5);
    }

    @Test
    void a_rebuild_knows_everybody_once_and_since_when_however_far_apart_their_events_are() throws SQLException {
        try (var connection = connection(); var statement = connection.createStatement()) {
            statement.execute(MAKE.replace(":facts", Integer.toString(FACTS)).replace("1960", "1958"));
            rebuild.run(files.of(PROGRAMME));
            try (var rows = statement.executeQuery(WRONG_MEMBERS)) {
                rows.next();
                assertThat(rows.getLong(2)).isGreaterThan(FACTS / 10);
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    private java.sql.Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, owner, password);
    }

    private static JsonPath report() {
        return given().header("Authorization", Tokens.bearer("programme-manager")).queryParam("period", "1960").get("/api/programmes/" + PROGRAMME + "/report")
                .then().statusCode(200).extract().jsonPath();
    }
}
