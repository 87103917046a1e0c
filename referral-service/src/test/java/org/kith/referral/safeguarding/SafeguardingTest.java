package org.kith.referral.safeguarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.Referred;
import org.kith.referral.Rows;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A concern on its way: raised by many, seen by few, acknowledged in time or said to be overdue. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class SafeguardingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject OverdueConcerns overdue;

    @Inject SafeguardingSettings settings;

    private UUID referral = UUID.randomUUID();

    @BeforeEach
    void somebody_was_referred() {
        referral = Referred.somebody(copy);
    }

    @Test
    void who_raises_a_concern_cannot_read_it_and_a_coordinator_can() {
        var address = raise("worker", "\"note\": \"Canary of a concern\"");
        as("worker").get(address).then().statusCode(403);
        as("partner").get(address).then().statusCode(403);
        as("programme-manager").get(address).then().statusCode(403);
        as("coordinator").get(address).then().statusCode(200)
                .body("note", equalTo("Canary of a concern")).body("referral", equalTo(referral.toString())).body("acknowledgedAt", nullValue());
        as("coordinator").get("/api/safeguarding-concerns").then().statusCode(200).body("items.id", hasItem(id(address))).body("items.note", hasItem(nullValue()));
        as("worker").get("/api/referrals/" + referral).then().statusCode(200).body("history.size()", equalTo(0));
    }

    @Test
    void nothing_outside_the_concern_tells_about_whom_it_is() {
        var address = raise("worker", "\"note\": \"Canary of a concern\"");
        assertThat(rows.texts("SELECT envelope || data FROM outbox")).noneMatch(text -> text.contains(id(address)) && text.contains(referral.toString()));
        assertThat(rows.texts("SELECT data::text FROM event")).noneMatch(text -> text.contains("Canary"));
        assertThat(rows.texts("SELECT encode(sealed, 'escape') FROM safeguarding_note")).noneMatch(text -> text.contains("Canary"));
    }

    @Test
    void a_concern_is_acknowledged_by_another_and_then_acted_on() {
        var address = raise("coordinator", "\"note\": null");
        as("coordinator").post(address + "/acknowledge").then().statusCode(428);
        as("coordinator").header("If-Match", "\"1\"").post(address + "/acknowledge").then().statusCode(409).body("code", equalTo("not-by-who-raised-it"));
        address = raise("worker", "\"note\": null");
        as("coordinator").body("{\"action\": \"advice-taken\"}").post(address + "/actions").then().statusCode(409).body("code", equalTo("not-acknowledged"));
        as("coordinator").header("If-Match", "\"1\"").post(address + "/acknowledge").then().statusCode(200).header("ETag", "\"2\"");
        as("coordinator").body("{\"action\": \"advice-taken\"}").post(address + "/actions").then().statusCode(200);
        as("coordinator").get(address).then().body("actions", equalTo(java.util.List.of("advice-taken"))).body("overdue", equalTo(false));
    }

    @Test
    void what_nobody_acknowledges_in_time_is_said_to_be_overdue_once() {
        var address = raise("worker", "\"note\": null");
        var later = Instant.now().plus(settings.acknowledgeWithin()).plusSeconds(60);
        overdue.look(later).await().atMost(PATIENCE);
        overdue.look(later).await().atMost(PATIENCE);
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'safeguarding-concern-%s' ORDER BY version".formatted(id(address))))
                .containsExactly("safeguarding-concern.raised", "safeguarding-concern.overdue");
        as("coordinator").get(address).then().body("overdue", equalTo(true));
    }

    @Test
    void what_is_wrong_is_named_and_anothers_referral_is_not_there() {
        as("worker").body("{\"referral\": \"x\", \"kind\": \"y\"}").post("/api/safeguarding-concerns").then().statusCode(422).body("errors.field",
                containsInAnyOrder("referral", "kind"));
        as("other-partner").body("{\"referral\": \"%s\", \"kind\": \"neglect\"}".formatted(referral)).post("/api/safeguarding-concerns").then().statusCode(404);
    }

    private String raise(String client, String note) {
        return as(client).body("{\"referral\": \"%s\", \"kind\": \"neglect\", %s}".formatted(referral, note)).post("/api/safeguarding-concerns")
                .then().statusCode(201).extract().header("Location");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
