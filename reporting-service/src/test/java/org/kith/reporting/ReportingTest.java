package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent.GrantAwarded;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.events.DirectoryEvent.GroupSupported;
import org.kith.events.OutcomesEvent.MeasureTaken;
import org.kith.events.ReferralEvent;
import org.kith.events.ReferralEvent.PersonMerged;
import org.kith.events.ReferralEvent.PersonUnmerged;
import org.kith.events.ReferralEvent.ReferralReceived;
import org.kith.events.VolunteerEvent.VolunteerTrained;
import org.kith.reporting.ingesting.EventConsumer;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** The service from outside: events on the topics, numbers over HTTP. Each test has a year of its own. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ReportingTest {
    private static final String CLICS = "clics";
    private static Topic topic;

    @Inject EventConsumer consumer;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @BeforeEach
    void everything_is_ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
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
    void a_report_can_be_asked_as_of_a_moment_before_a_late_event() {
        topic.publish(trained("v-early", LocalDate.of(2002, 5, 1)));
        awaitReport("2002", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("1"));
        var before = Instant.now();
        await().until(() -> Instant.now().isAfter(before.plusMillis(5)));

        topic.publish(trained("v-late", LocalDate.of(2002, 4, 30)));

        awaitReport("2002", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("2"));
        assertThat(value(report("2002", before), "volunteers-trained")).isEqualByComparingTo("1");
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

        awaitReport("2003", report -> assertThat(events("groups-supported", "2003")).hasSize(2).doesNotContain(wrong.id().toString()));
        assertThat(value(report("2003", null), "groups-supported")).isEqualByComparingTo("2");
        assertThat(events("groups-supported", "2003", between)).contains(kept.id().toString(), wrong.id().toString()).hasSize(2);
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
    void a_pair_is_the_same_person_before_and_after() {
        topic.publish(measure("v-pair", "baseline", "19.25", LocalDate.of(2005, 5, 1)));
        topic.publish(measure("v-pair", "follow-up", "23.21", LocalDate.of(2005, 9, 1)));
        topic.publish(measure("v-alone", "follow-up", "35.00", LocalDate.of(2005, 9, 1)));

        awaitReport("2005", report -> assertThat(value(report, "volunteer-well-being")).isEqualByComparingTo(new BigDecimal("3.96")));
    }

    @Test
    void two_references_are_one_person_from_the_moment_that_is_known_until_it_is_known_to_be_wrong() throws Exception {
        topic.publish(referred("p-2012-known", LocalDate.of(2012, 5, 1)));
        var apart = topic.publish(referred("p-2012-second", LocalDate.of(2012, 5, 2)));
        awaitReport("2012", report -> assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("2"));
        await().until(() -> Instant.now().isAfter(apart.plusMillis(5)));

        topic.publish(said(new PersonMerged("p-2012-second", "p-2012-known"), 1));
        var merged = topic.publish(referred("p-2012-second", LocalDate.of(2012, 5, 3)));
        awaitReport("2012", report -> {
            assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("1");
            assertThat(subjects("2012", null)).containsExactly("p-2012-known", "p-2012-known", "p-2012-known");
        });
        assertThat(value(report("2012", apart), "follow-on-referrals")).isEqualByComparingTo("2");
        assertThat(subjects("2012", apart)).containsExactly("p-2012-known", "p-2012-second");
        await().until(() -> Instant.now().isAfter(merged.plusMillis(5)));

        topic.publish(said(new PersonUnmerged("p-2012-second", "p-2012-known"), 2));
        awaitReport("2012", report -> {
            assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("2");
            assertThat(subjects("2012", null)).containsExactly("p-2012-known", "p-2012-second", "p-2012-second");
        });
        assertThat(value(report("2012", merged), "follow-on-referrals")).isEqualByComparingTo("1");
        assertThat(value(report("2012", apart), "follow-on-referrals")).isEqualByComparingTo("2");
    }

    @Test
    void a_pair_may_be_of_two_references_of_one_person() {
        topic.publish(measure("p-2013-known", "baseline", "19.25", LocalDate.of(2013, 5, 1)));
        topic.publish(measure("p-2013-second", "follow-up", "23.21", LocalDate.of(2013, 9, 1)));
        topic.publish(said(new PersonMerged("p-2013-second", "p-2013-known"), 1));

        awaitReport("2013", report -> assertThat(value(report, "volunteer-well-being")).isEqualByComparingTo(new BigDecimal("3.96")));
    }

    @Test
    void an_answer_is_final_once_every_partition_has_been_read_past_its_moment() {
        var moment = Instant.now();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(report("2006", moment).getBoolean("final")).isTrue());
        assertThat(Instant.parse(report("2006", moment).getString("projectedThrough"))).isAfterOrEqualTo(moment);
        assertThat(report("2006", Instant.now().plusSeconds(60)).getBoolean("final")).isFalse();
        assertThat(report("2006", null).getBoolean("final")).isFalse();
    }

    @Test
    void a_rebuild_changes_no_number() {
        var wrong = trained("v-wrong", LocalDate.of(2007, 5, 1));
        topic.publish(wrong);
        topic.publish(trained("v-1", LocalDate.of(2007, 5, 1)));
        topic.publish(trained("v-2", LocalDate.of(2007, 5, 2)).voiding(wrong.id()));
        topic.publish(supported("g-1", "abcd-training", LocalDate.of(2007, 5, 3)));
        awaitReport("2007", report -> {
            assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("2");
            assertThat(value(report, "groups-supported")).isEqualByComparingTo("1");
        });
        var before = report("2007", null).getList("indicators");
        int live = liveProjection();

        as("administrator").post("/api/programmes/clics/rebuild").then().statusCode(202);

        await().atMost(Duration.ofSeconds(90)).until(() -> liveProjection() > live);
        assertThat(report("2007", null).getList("indicators")).isEqualTo(before);
        topic.publish(trained("v-3", LocalDate.of(2007, 5, 4)));
        awaitReport("2007", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("3"));
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
        assertThat(events("volunteers-trained", "2009")).hasSize(2);
    }

    @Test
    void numbers_are_shown_to_who_takes_part_only() {
        given().get("/api/programmes/clics/report").then().statusCode(401);
        as("partner").get("/api/programmes/clics/report").then().statusCode(403);
        as("analyst").get("/api/programmes/unheard-of/report").then().statusCode(404);
        as("analyst").post("/api/programmes/clics/rebuild").then().statusCode(403);
        as("analyst").queryParam("period", "last week").queryParam("area", "CP9").queryParam("asOf", "noon").get("/api/programmes/clics/report")
                .then().statusCode(422).body("errors.field", org.hamcrest.Matchers.contains("period", "area", "asOf"));
        assertThat(as("other-partner").get("/api/programmes").then().statusCode(200).extract().jsonPath().getList("id")).containsExactly("norfolk-living-well");
        assertThat(as("analyst").get("/api/programmes").then().extract().jsonPath().getList("id")).hasSize(5);
    }

    @Test
    void the_model_is_shown_in_its_funders_columns() {
        var model = as("funder").get("/api/programmes/clics/logic-model").then().statusCode(200).extract().jsonPath();
        assertThat(model.getList("columns.id")).startsWith("needs").hasSize(6);
        assertThat(model.getList("strands.elements.flatten().findAll { it.kind == 'indicator' }.id")).contains("volunteers-trained");
    }

    @Test
    void a_report_is_a_table_too() {
        String csv = as("analyst").accept("text/csv").queryParam("period", "2008").get("/api/programmes/clics/report").then().statusCode(200).extract().asString();
        assertThat(csv).startsWith("programme,model_version,").contains("\r\nclics,");
    }

    /** Longer than an index entry may be, however well it is compressed. */
    private static String incompressible() {
        var text = new StringBuilder();
        new java.util.Random(1).ints(9_000, 'a', 'z').forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static Happening trained(String volunteer, LocalDate day) {
        return Happening.of(new VolunteerTrained(volunteer), CLICS, "CP4", day);
    }

    private static Happening supported(String group, String kind, LocalDate day) {
        return Happening.of(new GroupSupported(group, kind, null, LocalDate.of(1999, 1, 1)), CLICS, "CP4", day);
    }

    private static Happening referred(String person, LocalDate day) {
        return Happening.of(new ReferralReceived("r-" + person + day, person, "community-connector", null, List.of("debt"), "35-44", "female", "not-asked", "rest"), CLICS, "CP4",
                day);
    }

    /** As in the stream of the reference, which is the key of the topic. */
    private static Happening said(ReferralEvent statement, long version) {
        var reference = statement instanceof PersonMerged merged ? merged.person() : ((PersonUnmerged) statement).person();
        return Happening.of(statement, CLICS, null, LocalDate.of(2014, 1, 1)).in("person-" + reference, version);
    }

    private static Happening grant(String grant, long pence, LocalDate day) {
        return Happening.of(new GrantAwarded(grant, "fund", "org-1", "Fernside Hub", "Lunch club", pence, day), CLICS, "CP4", day);
    }

    private static Happening measure(String subject, String occasion, String metric, LocalDate day) {
        return Happening.of(
                new MeasureTaken(UUID.randomUUID().toString(), subject, "volunteer", "swemwbs", occasion, 20, new BigDecimal(metric)), CLICS, "CP4", day);
    }

    private static RequestSpecification as(String client) {
        return given().header("Authorization", Tokens.bearer(client));
    }

    private static JsonPath report(String year, Instant asOf) {
        var request = as("analyst").queryParam("period", year);
        if (asOf != null) request.queryParam("asOf", asOf.toString());
        return request.get("/api/programmes/clics/report").then().statusCode(200).extract().jsonPath();
    }

    private static List<String> events(String indicator, String year) {
        return events(indicator, year, null);
    }

    private static List<String> events(String indicator, String year, Instant asOf) {
        var request = as("analyst").queryParam("period", year);
        if (asOf != null) request.queryParam("asOf", asOf.toString());
        return request.get("/api/programmes/clics/indicators/{indicator}/events", indicator).then().statusCode(200).extract().jsonPath().getList("events.id");
    }

    private static List<String> subjects(String year, Instant asOf) {
        var request = as("analyst").queryParam("period", year);
        if (asOf != null) request.queryParam("asOf", asOf.toString());
        return request.get("/api/programmes/clics/indicators/follow-on-referrals/events").then().statusCode(200).extract().jsonPath().getList("events.subject");
    }

    private static void awaitReport(String year, java.util.function.Consumer<JsonPath> expected) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> expected.accept(report(year, null)));
    }

    private static String indicator(String id) {
        return "indicators.find { it.id == '" + id + "' }";
    }

    private static BigDecimal value(JsonPath report, String id) {
        return new BigDecimal(report.getString(indicator(id) + ".value"));
    }

    private static int liveProjection() {
        return as("administrator").get("/api/programmes/clics/projections").then().statusCode(200).extract().jsonPath().getInt("find { it.state == 'live' }.id");
    }
}
