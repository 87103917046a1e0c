package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ReceivingTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void a_partner_refers_somebody_and_reads_it_back() {
        var person = Sample.person();
        var address = refer("partner", Sample.referral(person)).then().statusCode(201).header("ETag", "\"2\"").extract().header("Location");
        as("partner").get(address).then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("phase", equalTo("awaiting-reply"))
                .body("area", equalTo("coastal"))
                .body("details.person.nhsNumber", equalTo(person.nhsNumber()))
                .body("details.person.familyName", equalTo(person.familyName()))
                .body("details.note", equalTo("Lives alone."));
    }

    @Test
    void another_partner_finds_nothing_there() {
        var address = refer("partner", Sample.referral(Sample.person())).header("Location");
        as("other-partner").get(address).then().statusCode(404).contentType("application/problem+json");
        as("partner").get("/api/referrals/" + UUID.randomUUID()).then().statusCode(404);
        as("partner").get("/api/referrals/nonsense").then().statusCode(404);
    }

    @Test
    void nobody_refers_without_a_token_or_in_a_role_that_is_not_for_it() {
        given().contentType(ContentType.JSON).body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(401);
        refer("analyst", Sample.referral(Sample.person())).then().statusCode(403);
        as("partner").body("{}").post("/internal/webhook-referrals").then().statusCode(403);
    }

    @Test
    void a_partner_refers_only_to_programmes_that_it_is_allowed() {
        refer("other-partner", Sample.referral(Sample.person()).replace("norfolk-living-well", "clics").replace("\"practice\": \"KITH-NLW-07\"", "\"area\": \"CP4\""))
                .then().statusCode(422).body("errors.field", containsInAnyOrder("programme"));
    }

    @Test
    void every_field_at_fault_is_named_and_nothing_is_stored() {
        long before = rows.count("event");
        refer("partner", "{\"programme\": \"nowhere\", \"source\": \"x\", \"reasons\": [\"y\"], \"person\": {\"nhsNumber\": \"3478526985\"}}")
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder(
                        "programme", "source", "person.nhsNumber", "person.givenName", "person.familyName", "person.birthDate", "reasons[0]", "consent"));
        refer("partner", "not json").then().statusCode(400);
        assertThat(rows.count("event")).isEqualTo(before);
    }

    @Test
    void a_retry_under_the_same_key_is_answered_as_before() {
        var body = Sample.referral(Sample.person());
        var key = UUID.randomUUID().toString();
        var first = as("partner").header("Idempotency-Key", key).body(body).post("/api/referrals");
        var second = as("partner").header("Idempotency-Key", key).body(body).post("/api/referrals");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        as("partner").header("Idempotency-Key", key).body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(422);
    }

    @Test
    void two_referrals_of_one_number_are_of_one_person_also_when_they_arrive_at_once() throws Exception {
        var person = Sample.person();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<String> referring = () -> refer("partner", Sample.referral(person)).then().statusCode(201).extract().header("Location");
            var addresses = pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> referring).toList());
            for (var address : addresses) assertThat(personAt(address.get())).isEqualTo(personAt(addresses.getFirst().get()));
        }
        assertThat(refer("partner", Sample.referral(Sample.person())))
                .satisfies(other -> assertThat(personAt(other.header("Location"))).isNotEqualTo(personAt(refer("partner", Sample.referral(person)).header("Location"))));
    }

    @Test
    void who_has_no_number_is_somebody_new_each_time() {
        var unregistered = Sample.referral(Sample.person()).replaceAll("\"nhsNumber\": \"[0-9]+\", ", "");
        assertThat(personAt(refer("partner", unregistered).header("Location"))).isNotEqualTo(personAt(refer("partner", unregistered).header("Location")));
    }

    @Test
    void the_same_person_under_the_same_external_reference_is_the_same_referral_while_it_is_open() {
        var body = Sample.referral(Sample.person()).replace("{\"programme\"", "{\"externalReference\": \"our-17\", \"programme\"");
        var address = refer("partner", body).then().statusCode(201).extract().header("Location");
        refer("partner", body).then().statusCode(409).body("code", equalTo("already-referred")).header("Location", equalTo(address));

        as("coordinator").header("If-Match", "\"2\"").body("{\"reason\": \"no-capacity\"}").post(address + "/decline").then().statusCode(200);
        refer("partner", body).then().statusCode(201);
    }

    @Test
    void a_safeguarding_referral_needs_no_consent() {
        var body = Sample.referral(Sample.person()).replaceAll("\"consent\": \\{[^}]*}", "\"safeguarding\": true");
        var address = refer("partner", body).then().statusCode(201).header("ETag", "\"1\"").extract().header("Location");
        as("coordinator").get(address).then().body("safeguarding", equalTo(true));
    }

    @Test
    void a_practice_delivers_through_the_gateway_and_a_replay_is_answered_as_before() {
        var delivery = "{\"type\": \"referral.requested\", \"timestamp\": \"2026-03-01T10:00:00Z\", \"data\": %s}".formatted(Sample.referral(Sample.person()));
        var key = Directory.PRACTICE + ":msg_" + UUID.randomUUID();
        var address = deliver(Directory.PRACTICE, key, delivery).then().statusCode(202).extract().header("Location");
        deliver(Directory.PRACTICE, key, delivery).then().statusCode(202).header("Location", equalTo(address));
        as("coordinator").get(address).then().body("practice", equalTo(Directory.PRACTICE)).body("source", equalTo("primary-care"));
        as("partner").get(address).then().statusCode(404);
    }

    @Test
    void a_delivery_is_checked_as_any_referral_and_its_fields_named_where_they_stand() {
        var data = Sample.referral(Sample.person()).replace("\"debt\"", "\"boredom\"");
        deliver(Directory.PRACTICE, "k1", "{\"type\": \"referral.requested\", \"data\": %s}".formatted(data))
                .then().statusCode(422).body("errors.field", containsInAnyOrder("data.reasons[0]"));
        deliver(Directory.PRACTICE, "k2", "{\"type\": \"something.else\"}").then().statusCode(422).body("errors.field", containsInAnyOrder("type", "data"));
        deliver(Directory.PRACTICE, "k4", "{\"type\": \"referral.requested\", \"timestamp\": \"2999-01-01T00:00:00Z\", \"data\": %s}".formatted(Sample.referral(Sample.person())))
                .then().statusCode(422).body("errors.field", containsInAnyOrder("timestamp"));
        deliver("KITH-NLW-99", "k3", "{\"type\": \"referral.requested\", \"data\": %s}".formatted(data)).then().statusCode(422);
    }

    @Test
    void a_programme_manager_reads_the_referral_without_the_person() {
        var address = refer("partner", Sample.referral(Sample.person())).header("Location");
        as("programme-manager").get(address).then().statusCode(200).body("details", nullValue());
    }

    @Test
    void every_read_of_a_person_is_in_the_audit() {
        var address = refer("partner", Sample.referral(Sample.person())).header("Location");
        var about = "referral/" + address.substring(address.lastIndexOf('/') + 1);
        as("coordinator").get(address).then().statusCode(200);
        as("programme-manager").get(address).then().statusCode(200);
        assertThat(rows.texts("SELECT action || ' ' || organisation FROM vault_audit WHERE about = '" + about + "'")).containsExactly("read kith-host");
    }

    @Test
    void an_administrator_has_the_topic_compared_with_the_store() {
        refer("partner", Sample.referral(Sample.person()));
        given().auth().oauth2(Tokens.of("coordinator")).post("/internal/reconciliation").then().statusCode(403);
        given().auth().oauth2(Tokens.of("administrator")).post("/internal/reconciliation").then()
                .statusCode(200).body("unknown", equalTo(0)).body("published", greaterThan(0));
    }

    private static String personAt(String address) {
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static Response deliver(String practice, String key, String body) {
        return as("gateway").header("X-Kith-Practice", practice).header("Idempotency-Key", key).body(body).post("/internal/webhook-referrals");
    }

    private static Response refer(String client, String body) {
        return as(client).body(body).post("/api/referrals");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
