package org.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.kith.referral.ToldPartner.ALL;
import static org.kith.referral.ToldPartner.as;
import static org.kith.referral.ToldPartner.decline;
import static org.kith.referral.ToldPartner.id;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;

/** Where senders want to be told, and under which secret. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class WebhookEndpointsTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final ToldPartner partner = new ToldPartner();

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @AfterEach
    void nobody_listens_any_more() {
        partner.close();
    }

    @Test
    void while_a_secret_is_changed_both_sign() {
        var old = partner.register("json");
        as("partner").post(partner.endpoint + "/rotate").then().statusCode(428);
        as("partner").header("If-Match", "\"7\"").post(partner.endpoint + "/rotate").then().statusCode(412);
        String fresh = as("partner").header("If-Match", "\"1\"").queryParam("overlapSeconds", 60).post(partner.endpoint + "/rotate").then().statusCode(200).extract()
                .path("secret");
        decline(partner.refer());
        await().untilAsserted(() -> assertThat(partner.received()).hasSize(1));
        var one = partner.received().getFirst();
        assertThat(one.signature().split(" ")).hasSize(2);
        for (var secret : List.of(old, fresh)) assertThatCode(() -> new Webhook(secret).verify(one.body(), one.headers())).doesNotThrowAnyException();

        String last = as("partner").header("If-Match", "\"2\"").queryParam("overlapSeconds", 0).post(partner.endpoint + "/rotate").then().statusCode(200).extract().path("secret");
        decline(partner.refer());
        await().untilAsserted(() -> assertThat(partner.received()).hasSize(2));
        assertThat(partner.received().getLast().signature().split(" ")).hasSize(1);
        assertThatCode(() -> new Webhook(last).verify(partner.received().getLast().body(), partner.received().getLast().headers())).doesNotThrowAnyException();
    }

    @Test
    void an_administrator_registers_a_practice_and_it_is_told_of_its_own() {
        partner.put("administrator", "json", ALL, "\"organisation\": \"practice:" + Directory.PRACTICE + "\", ").then().statusCode(201);
        as("partner").get(partner.endpoint).then().statusCode(404);
        decline(partner.refer());
        var delivery = "{\"type\": \"referral.requested\", \"timestamp\": \"2026-03-01T10:00:00Z\", \"data\": %s}".formatted(Sample.referral(Sample.person()));
        var referral = as("gateway").header("X-Kith-Practice", Directory.PRACTICE).header("Idempotency-Key", UUID.randomUUID().toString()).body(delivery)
                .post("/internal/webhook-referrals").then().statusCode(202).extract().header("Location");
        decline(referral);
        await().untilAsserted(() -> assertThat(partner.received()).hasSize(1));
        assertThat(partner.received().getFirst().body()).contains(id(referral));
    }

    @Test
    void an_endpoint_is_its_organisations_alone_and_shows_its_secret_once() {
        assertThat(partner.register("json")).startsWith("whsec_");
        assertThat(partner.put("partner", "json", ALL).then().statusCode(200).extract().<String>path("secret")).isNull();
        assertThat(as("partner").get(partner.endpoint).then().statusCode(200).extract().<String>path("secret")).isNull();
        assertThat(as("partner").get("/api/webhook-endpoints").jsonPath().getList("items.id")).contains(id(partner.endpoint));
        as("other-partner").get(partner.endpoint).then().statusCode(404);
        partner.put("other-partner", "json", ALL).then().statusCode(404);
        as("other-partner").delete(partner.endpoint).then().statusCode(404);
        assertThat(as("other-partner").get("/api/webhook-endpoints").jsonPath().getList("items.id")).doesNotContain(id(partner.endpoint));
        as("coordinator").get(partner.endpoint).then().statusCode(403);
        as("partner").delete(partner.endpoint).then().statusCode(204);
        as("partner").get(partner.endpoint).then().statusCode(404);
        assertThat(rows.texts("SELECT e::text FROM webhook_endpoint e UNION ALL SELECT s::text FROM webhook_secret s")).noneMatch(row -> row.contains("whsec_"));
    }

    @Test
    void what_is_wrong_with_an_endpoint_is_named() {
        as("partner").body("{\"url\": \"ftp://example.org\", \"kinds\": [\"referral.forgotten\"], \"format\": \"xml\", \"organisation\": \"partner-two\"}").put(partner.endpoint)
                .then()
                .statusCode(422).body("errors.field", containsInAnyOrder("url", "kinds[0]", "format", "organisation"));
        as("administrator").body("{\"url\": \"%s\", \"kinds\": []}".formatted(partner.url())).put(partner.endpoint).then()
                .statusCode(422).body("errors.field", containsInAnyOrder("kinds", "organisation"));
        as("partner").queryParam("state", "lost").queryParam("endpoint", "x").get("/api/webhook-deliveries").then()
                .statusCode(422).body("errors.field", containsInAnyOrder("state", "endpoint"));
    }
}
