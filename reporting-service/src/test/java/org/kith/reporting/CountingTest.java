package org.kith.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.reporting.Clics.CLICS;
import static org.kith.reporting.Clics.as;
import static org.kith.reporting.Clics.awaitReport;
import static org.kith.reporting.Clics.events;
import static org.kith.reporting.Clics.indicator;
import static org.kith.reporting.Clics.report;
import static org.kith.reporting.Clics.supported;
import static org.kith.reporting.Clics.trained;
import static org.kith.reporting.Clics.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent.GrantAwarded;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.reporting.ingesting.EventConsumer;
import org.kith.testsupport.RealKith;

/** Whatever happens to an event on its way, it counts once. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class CountingTest {
    private static Topic topic;

    @Inject EventConsumer consumer;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @BeforeEach
    void everything_is_ready() {
        Clics.ready();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @Test
    void an_event_counts_once_however_often_it_is_sent() {
        var formed = Happening.of(new GroupFormed("g-once", "Fernside Walkers", LocalDate.of(2001, 6, 1), "gap", true), CLICS, "CP4", LocalDate.of(2001, 6, 1));
        topic.publish(formed);
        topic.publish(formed);
        topic.publish(formed);
        var marker = Happening.of(new GroupFormed("g-marker", "Fernside Runners", LocalDate.of(2001, 6, 2), "gap", true), CLICS, "CP5", LocalDate.of(2001, 6, 2));
        topic.publish(marker);

        awaitReport("2001", report -> {
            assertThat(value(report, "groups-formed")).isEqualByComparingTo("2");
            assertThat(report.getInt(indicator("groups-formed") + ".areas.CP4.value")).isEqualTo(1);
            assertThat(report.getInt(indicator("groups-formed") + ".areas.CP6.value")).isZero();
        });
    }

    @Test
    void what_is_voided_is_taken_out_exactly_and_stays_known_for_the_time_it_was_known() {
        var kept = supported("g-kept", "abcd-training", LocalDate.of(2003, 5, 1));
        var wrong = supported("g-wrong", "additional-funding", LocalDate.of(2003, 5, 2));
        topic.publish(kept);
        topic.publish(wrong);
        topic.publish(grant("grant-wrong", 70_050, LocalDate.of(2003, 5, 2)));
        awaitReport("2003", report -> assertThat(value(report, "groups-supported")).isEqualByComparingTo("2"));
        var between = Instant.now();
        await().until(() -> Instant.now().isAfter(between.plusMillis(5)));

        topic.publish(supported("g-right", "additional-funding", LocalDate.of(2003, 5, 3)).voiding(wrong.id()));

        awaitReport("2003", report -> assertThat(ids("groups-supported", "2003", null)).hasSize(2).doesNotContain(wrong.id().toString()));
        assertThat(value(report("2003", null), "groups-supported")).isEqualByComparingTo("2");
        assertThat(ids("groups-supported", "2003", between)).contains(kept.id().toString(), wrong.id().toString()).hasSize(2);
    }

    @Test
    void poison_is_kept_with_its_reason_and_stops_nobody() {
        var good = trained("v-beside-poison", LocalDate.of(2004, 5, 1));
        topic.publish("kith.volunteer.events", good.envelope().stream(), "not json".getBytes(StandardCharsets.UTF_8), CloudEventHeaders.write(good.envelope()));
        topic.publish("kith.volunteer.events", good.envelope().stream(), "{}".getBytes(StandardCharsets.UTF_8), Map.of("ce_id", "nothing else"));
        var endless = trained(incompressible(), LocalDate.of(2004, 5, 1));
        topic.publish("kith.volunteer.events", good.envelope().stream(), endless.json().getBytes(StandardCharsets.UTF_8), CloudEventHeaders.write(endless.envelope()));
        topic.publish(good);

        awaitReport("2004", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("1"));
        var letters = as("administrator").get("/api/dead-letters").then().statusCode(200).extract().jsonPath();
        assertThat(letters.getList("reason", String.class)).contains("unreadable-data", "unreadable-headers", "cannot-be-stored");

        String id = letters.getString("find { it.reason == 'unreadable-headers' }.id");
        as("administrator").post("/api/dead-letters/{id}/retry", id).then().statusCode(409);
        as("analyst").get("/api/dead-letters").then().statusCode(403);
        assertThat(report("2004", null).getLong("waitingDeadLetters")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_comes_while_nobody_reads_is_counted_once_when_reading_goes_on() {
        topic.publish(trained("v-first", LocalDate.of(2009, 5, 1)));
        awaitReport("2009", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("1"));
        consumer.stop();
        var second = trained("v-second", LocalDate.of(2009, 5, 2));
        topic.publish(second);
        topic.publish(second);
        assertThat(value(report("2009", null), "volunteers-trained")).isEqualByComparingTo("1");

        consumer.start();

        awaitReport("2009", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("2"));
        assertThat(ids("volunteers-trained", "2009", null)).hasSize(2);
    }

    /** Longer than an index entry may be, however well it is compressed. */
    private static String incompressible() {
        var text = new StringBuilder();
        new Random(1).ints(9_000, 'a', 'z').forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static List<String> ids(String indicator, String year, Instant asOf) {
        return events(indicator, year, asOf).getList("events.id");
    }

    private static Happening grant(String grant, long pence, LocalDate day) {
        return Happening.of(new GrantAwarded(grant, "fund", "org-1", "Fernside Hub", "Lunch club", pence, day), CLICS, "CP4", day);
    }
}
