package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;
import org.kith.testsupport.WebhookReceiver;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** Senders are told what became of their referrals. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class NotifyingTest {
    private static final String ALL = "[\"referral.accepted\", \"referral.declined\", \"referral.first-contact\", \"referral.closed\"]";
    private static final String ENDPOINTS = "/api/webhook-endpoints/";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final String endpoint = ENDPOINTS + UUID.randomUUID();
    private final Sample.Person person = Sample.person();

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @AfterEach
    void nobody_listens_any_more() {
        as("administrator").delete(endpoint);
        receiver.close();
    }

    @Test
    void a_partner_is_told_of_each_step_once_in_order_signed_and_without_the_person() throws Exception {
        var secret = register("json");
        var referral = support();
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        step(referral, "close", "{\"outcome\": \"goals-met\"}");

        await().untilAsserted(() -> assertThat(kinds()).containsExactly("referral.accepted", "referral.first-contact", "referral.closed"));
        for (var one : receiver.received()) {
            new Webhook(secret).verify(one.body(), headers(one));
            assertThat(one.mediaType()).isEqualTo("application/json");
            assertThat(one.body()).contains(id(referral)).doesNotContain(person.familyName(), person.nhsNumber(), "Wilhelmina", "PE36");
        }
        assertThat(JsonPath.from(receiver.received().getLast().body()).getString("data.outcome")).isEqualTo("goals-met");
        await().untilAsserted(() -> assertThat(deliveries().getList("items.state")).containsExactly("delivered", "delivered", "delivered"));
        assertThat(deliveries().getList("items.id")).containsExactlyInAnyOrderElementsOf(receiver.received().stream().map(Received::id).toList());
        assertThat(deliveries().getInt("items[0].attempts[0].status")).isEqualTo(204);
    }

    @Test
    void a_decline_is_told_with_its_reason_and_nothing_that_was_not_asked_for() {
        register("json", "[\"referral.declined\"]");
        support();
        decline(refer());
        await().untilAsserted(() -> assertThat(kinds()).containsExactly("referral.declined"));
        assertThat(JsonPath.from(receiver.received().getFirst().body()).getString("data.reason")).isEqualTo("no-capacity");
    }

    @Test
    void what_is_not_taken_is_sent_again_under_the_same_id_and_nothing_of_the_referral_overtakes_it() {
        var tries = new AtomicInteger();
        receiver.answers(_ -> Answer.of(tries.incrementAndGet() < 3 ? 500 : 200));
        register("json");
        step(support(), "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().untilAsserted(() -> assertThat(kinds()).containsExactly("referral.accepted", "referral.accepted", "referral.accepted", "referral.first-contact"));
        assertThat(receiver.received().stream().limit(3).map(Received::id).distinct()).hasSize(1);
        await().untilAsserted(() -> assertThat(deliveries().getList("items[1].attempts.status")).containsExactly(200, 500, 500));
    }

    @Test
    void after_the_last_try_it_has_failed_and_stays_until_it_is_asked_for_again() {
        receiver.answers(_ -> new Answer(302, Map.of("Location", receiver.url() + "/elsewhere")));
        register("json");
        decline(refer());
        await().untilAsserted(() -> assertThat(deliveries("failed").getList("items.attempts[0].status")).containsExactly(302, 302, 302, 302));
        assertThat(receiver.received()).hasSize(4);

        receiver.answers(_ -> Answer.of(200));
        var delivery = deliveries("failed").getString("items[0].id");
        as("other-partner").post("/api/webhook-deliveries/" + delivery + "/replay").then().statusCode(404);
        as("partner").post("/api/webhook-deliveries/" + delivery + "/replay").then().statusCode(202);
        await().untilAsserted(() -> assertThat(deliveries("delivered").getList("items.id")).containsExactly(delivery));
        assertThat(receiver.received()).hasSize(5).extracting(Received::id).containsOnly(delivery);
    }

    @Test
    void who_is_gone_is_told_no_more_until_it_says_that_it_is_back() {
        receiver.answers(_ -> Answer.of(410));
        register("json");
        decline(refer());
        await().untilAsserted(() -> as("partner").get(endpoint).then().body("state", equalTo("disabled")));
        decline(refer());
        await().until(() -> rows.count("webhook_notice") == 0);
        assertThat(deliveries().getList("items.state")).containsExactly("failed");

        receiver.answers(_ -> Answer.of(200));
        as("partner").post("/api/webhook-deliveries/" + deliveries().getString("items[0].id") + "/replay").then().statusCode(409);
        put("partner", "json", ALL).then().statusCode(200).body("state", equalTo("active"));
        decline(refer());
        await().untilAsserted(() -> assertThat(deliveries("delivered").getList("items")).hasSize(1));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void while_a_secret_is_changed_both_sign() {
        var old = register("json");
        as("partner").post(endpoint + "/rotate").then().statusCode(428);
        as("partner").header("If-Match", "\"7\"").post(endpoint + "/rotate").then().statusCode(412);
        String fresh = as("partner").header("If-Match", "\"1\"").queryParam("overlapSeconds", 60).post(endpoint + "/rotate").then().statusCode(200).extract().path("secret");
        decline(refer());
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        var one = receiver.received().getFirst();
        assertThat(one.signature().split(" ")).hasSize(2);
        for (var secret : List.of(old, fresh)) assertThatCode(() -> new Webhook(secret).verify(one.body(), headers(one))).doesNotThrowAnyException();

        String last = as("partner").header("If-Match", "\"2\"").queryParam("overlapSeconds", 0).post(endpoint + "/rotate").then().statusCode(200).extract().path("secret");
        decline(refer());
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(2));
        assertThat(receiver.received().getLast().signature().split(" ")).hasSize(1);
        assertThatCode(() -> new Webhook(last).verify(receiver.received().getLast().body(), headers(receiver.received().getLast()))).doesNotThrowAnyException();
    }

    @Test
    void who_speaks_fhir_is_told_in_a_message_that_its_parser_reads() {
        register("fhir");
        var referral = refer();
        decline(referral);
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        var one = receiver.received().getFirst();
        assertThat(one.mediaType()).isEqualTo("application/fhir+json");
        assertThat(one.body()).doesNotContain(person.familyName(), person.nhsNumber());
        var message = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler())
                .setOverrideResourceIdWithBundleEntryFullUrl(false).parseResource(Bundle.class, one.body());
        assertThat(message.getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        var header = (MessageHeader) message.getEntryFirstRep().getResource();
        assertThat(header.getEventCoding().getCode()).isEqualTo("servicerequest-response");
        var request = (ServiceRequest) header.getFocusFirstRep().getResource();
        assertThat(request.getIdElement().getIdPart()).isEqualTo(id(referral));
        assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.REVOKED);
        var task = (Task) header.getFocus().getLast().getResource();
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("no-capacity");
    }

    @Test
    void what_was_done_to_keep_somebody_safe_is_told_no_further_than_that_it_was_answered() {
        register("json");
        var referral = as("partner").body(Sample.referral(person).replaceAll("\"consent\": \\{[^}]*}", "\"safeguarding\": true")).post("/api/referrals").header("Location");
        as("coordinator").header("If-Match", "\"1\"").body("{}").post(referral + "/accept").then().statusCode(200);
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(referral + "/allocate").then().statusCode(200);
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().until(() -> rows.count("webhook_notice") == 0);
        await().untilAsserted(() -> assertThat(deliveries("delivered").getList("items.kind")).containsExactly("referral.accepted"));
        assertThat(deliveries().getList("items")).hasSize(1);
    }

    @Test
    void nothing_is_told_of_somebody_who_was_erased_while_it_waited() {
        receiver.answers(_ -> new Answer(503, Map.of("Retry-After", "2")));
        register("json", "[\"referral.accepted\"]");
        var referral = support();
        await().untilAsserted(() -> assertThat(deliveries().getList("items[0].attempts")).hasSize(1));
        String erased = as("coordinator").get(referral).path("person");
        as("steward").delete("/api/people/" + erased).then().statusCode(204);
        await().untilAsserted(() -> assertThat(deliveries().getList("items.state")).containsExactly("cancelled"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void nothing_more_is_told_once_the_person_wants_it_so_and_what_was_told_can_be_read() {
        var since = Instant.now().toString();
        register("json");
        var referral = support();
        await().untilAsserted(() -> assertThat(deliveries().getList("items.state")).containsExactly("delivered"));
        String about = as("coordinator").get(referral).path("person");
        as("worker").body("{\"referral\": \"%s\", \"given\": false, \"purpose\": \"tell-referrer\", \"how\": \"verbal\"}".formatted(id(referral)))
                .post("/api/people/" + about + "/consents").then().statusCode(200);
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().untilAsserted(() -> assertThat(deliveries().getList("items.state")).containsExactly("cancelled", "delivered"));
        assertThat(receiver.received()).hasSize(1);
        assertThat(as("partner").queryParam("updatedSince", since).get("/api/referrals").jsonPath().getList("items.id")).doesNotContain(id(referral));
        assertThat(as("steward").get("/api/people/" + about + "/disclosures").then().statusCode(200).extract().jsonPath().getList("items.kind")).contains("told");
    }

    @Test
    void an_administrator_registers_a_practice_and_it_is_told_of_its_own() {
        put("administrator", "json", ALL, "\"organisation\": \"practice:" + Directory.PRACTICE + "\", ").then().statusCode(201);
        as("partner").get(endpoint).then().statusCode(404);
        decline(refer());
        var delivery = "{\"type\": \"referral.requested\", \"timestamp\": \"2026-03-01T10:00:00Z\", \"data\": %s}".formatted(Sample.referral(Sample.person()));
        var referral = as("gateway").header("X-Kith-Practice", Directory.PRACTICE).header("Idempotency-Key", UUID.randomUUID().toString()).body(delivery)
                .post("/internal/webhook-referrals").then().statusCode(202).extract().header("Location");
        decline(referral);
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        assertThat(receiver.received().getFirst().body()).contains(id(referral));
    }

    @Test
    void an_endpoint_is_its_organisations_alone_and_shows_its_secret_once() {
        assertThat(register("json")).startsWith("whsec_");
        assertThat(put("partner", "json", ALL).then().statusCode(200).extract().<String>path("secret")).isNull();
        assertThat(as("partner").get(endpoint).then().statusCode(200).extract().<String>path("secret")).isNull();
        assertThat(as("partner").get("/api/webhook-endpoints").jsonPath().getList("items.id")).contains(id(endpoint));
        as("other-partner").get(endpoint).then().statusCode(404);
        put("other-partner", "json", ALL).then().statusCode(404);
        as("other-partner").delete(endpoint).then().statusCode(404);
        assertThat(as("other-partner").get("/api/webhook-endpoints").jsonPath().getList("items.id")).doesNotContain(id(endpoint));
        as("coordinator").get(endpoint).then().statusCode(403);
        as("partner").delete(endpoint).then().statusCode(204);
        as("partner").get(endpoint).then().statusCode(404);
        assertThat(rows.texts("SELECT e::text FROM webhook_endpoint e UNION ALL SELECT s::text FROM webhook_secret s")).noneMatch(row -> row.contains("whsec_"));
    }

    @Test
    void what_is_wrong_with_an_endpoint_is_named() {
        as("partner").body("{\"url\": \"ftp://example.org\", \"kinds\": [\"referral.forgotten\"], \"format\": \"xml\", \"organisation\": \"partner-two\"}").put(endpoint).then()
                .statusCode(422).body("errors.field", containsInAnyOrder("url", "kinds[0]", "format", "organisation"));
        as("administrator").body("{\"url\": \"%s\", \"kinds\": []}".formatted(receiver.url())).put(endpoint).then()
                .statusCode(422).body("errors.field", containsInAnyOrder("kinds", "organisation"));
        as("partner").queryParam("state", "lost").queryParam("endpoint", "x").get("/api/webhook-deliveries").then()
                .statusCode(422).body("errors.field", containsInAnyOrder("state", "endpoint"));
    }

    private String register(String format) {
        return register(format, ALL);
    }

    private String register(String format, String kinds) {
        return put("partner", format, kinds).then().statusCode(201).extract().path("secret");
    }

    private Response put(String client, String format, String kinds) {
        return put(client, format, kinds, "");
    }

    private Response put(String client, String format, String kinds, String more) {
        return as(client).body("{%s\"url\": \"%s\", \"kinds\": %s, \"format\": \"%s\"}".formatted(more, receiver.url(), kinds, format)).put(endpoint);
    }

    private List<String> kinds() {
        return receiver.received().stream().map(one -> JsonPath.from(one.body()).getString("type")).toList();
    }

    private JsonPath deliveries() {
        return as("administrator").queryParam("endpoint", id(endpoint)).get("/api/webhook-deliveries").then().statusCode(200).extract().jsonPath();
    }

    private JsonPath deliveries(String state) {
        return as("partner").queryParam("endpoint", id(endpoint)).queryParam("state", state).get("/api/webhook-deliveries").then().statusCode(200).extract().jsonPath();
    }

    private String refer() {
        return as("partner").body(Sample.referral(person)).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    /** Somebody whom a worker has got. */
    private String support() {
        var referral = refer();
        as("coordinator").body("{}").header("If-Match", "*").post(referral + "/accept").then().statusCode(200);
        as("coordinator").body("{}").header("If-Match", "*").post(referral + "/allocate").then().statusCode(200);
        return referral;
    }

    private static void decline(String referral) {
        as("coordinator").header("If-Match", "*").body("{\"reason\": \"no-capacity\"}").post(referral + "/decline").then().statusCode(200);
    }

    private static void step(String referral, String path, String body) {
        as("worker").header("If-Match", "*").body(body).post(referral + "/" + path).then().statusCode(200);
    }

    private static Map<String, List<String>> headers(Received one) {
        return Map.of("webhook-id", List.of(one.id()), "webhook-timestamp", List.of(Long.toString(one.timestamp())), "webhook-signature", List.of(one.signature()));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
