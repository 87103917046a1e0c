package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class SupportTest {
    @Inject ReferenceCopy copy;

    private String referral = "";

    @BeforeEach
    void somebody_was_referred() {
        Directory.tell(copy);
        referral = refer(Sample.referral(Sample.person(), "2026-03-02T10:15:30Z"));
    }

    @Test
    void a_referral_goes_from_acceptance_to_its_end() {
        step("accept", 2, "{}").then().statusCode(200).header("ETag", "\"3\"").body("phase", equalTo("accepted"));
        step("allocate", 3, "{}").then().statusCode(200).body("phase", equalTo("allocated"));
        fact("contacts", "{\"mode\": \"phone\", \"minutes\": 25, \"occurredAt\": \"2026-03-05T10:00:00Z\"}").then().statusCode(200);
        fact("signposts", "{\"kind\": \"group\", \"destination\": \"group-1\"}").then().statusCode(200).header("ETag", "\"6\"");
        as("worker").get(referral).then()
                .header("ETag", "\"6\"")
                .body("worker", equalTo("worker-coastal"))
                .body("contacts", equalTo(1))
                .body("lastContactAt", equalTo("2026-03-05T10:00:00Z"));
        step("close", 6, "{\"outcome\": \"goals-met\"}").then().statusCode(200).body("phase", equalTo("closed"));
        as("worker").get(referral).then().body("phase", equalTo("closed")).body("contacts", equalTo(1));
    }

    @Test
    void a_reply_a_handing_over_and_an_end_are_given_to_what_was_read() {
        as("coordinator").body("{}").post(referral + "/accept").then().statusCode(428);
        as("coordinator").body("{\"reason\": \"no-capacity\"}").post(referral + "/decline").then().statusCode(428);
        as("coordinator").body("{}").post(referral + "/allocate").then().statusCode(428);
        as("coordinator").body("{\"outcome\": \"goals-met\"}").post(referral + "/close").then().statusCode(428);
        step("accept", 1, "{}").then().statusCode(412);
    }

    @Test
    void what_is_not_possible_now_is_said_with_its_code() {
        step("close", 2, "{\"outcome\": \"goals-met\"}").then().statusCode(409).body("code", equalTo("not-accepted"));
        step("decline", 2, "{\"reason\": \"no-capacity\"}").then().statusCode(200);
        step("accept", 3, "{}").then().statusCode(409).body("code", equalTo("declined"));
    }

    @Test
    void a_retried_step_is_answered_as_before_although_the_state_has_moved() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            as("coordinator").header("If-Match", "\"2\"").header("Idempotency-Key", key).body("{}").post(referral + "/accept")
                    .then().statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void stays_unallocated_where_nobody_covers_the_area_until_somebody_is_chosen_with_the_reason() {
        referral = refer(Sample.referral(Sample.person()).replace("\"practice\": \"KITH-NLW-07\"", "\"area\": \"breckland\""));
        step("accept", 2, "{}").then().statusCode(200);
        step("allocate", 3, "{}").then().statusCode(409).body("code", equalTo("no-worker-for-area"));
        step("allocate", 3, "{\"worker\": \"worker-fens\"}").then().statusCode(422).body("errors.field", containsInAnyOrder("reason"));
        step("allocate", 3, "{\"worker\": \"nobody\", \"reason\": \"workload\"}").then().statusCode(422).body("errors.field", containsInAnyOrder("worker"));
        step("allocate", 3, "{\"worker\": \"worker-fens\", \"reason\": \"workload\"}").then().statusCode(200);
        as("coordinator").get(referral).then().body("worker", equalTo("worker-fens"));
    }

    @Test
    void a_referral_is_on_the_list_of_the_worker_who_has_it_and_leaves_it_when_handed_over_or_closed() {
        step("accept", 2, "{}");
        assertThat(listed("phase", "accepted")).contains(id());
        step("allocate", 3, "{}");
        assertThat(listed("phase", "accepted")).doesNotContain(id());
        assertThat(listed("worker", "worker-coastal")).contains(id());
        step("allocate", 4, "{\"worker\": \"worker-fens\", \"reason\": \"absence\"}").then().statusCode(200);
        assertThat(listed("worker", "worker-coastal")).doesNotContain(id());
        assertThat(listed("worker", "worker-fens")).contains(id());
        step("close", 5, "{\"outcome\": \"disengaged\"}").then().statusCode(200);
        assertThat(listed("worker", "worker-fens")).doesNotContain(id());
    }

    @Test
    void a_list_is_read_page_by_page() {
        var first = as("coordinator").queryParam("phase", "awaiting-reply").queryParam("limit", 1).get("/api/worklist").then().statusCode(200).extract();
        String next = first.path("next");
        refer(Sample.referral(Sample.person()));
        var second = as("coordinator").queryParam("phase", "awaiting-reply").queryParam("limit", 1).queryParam("after", next).get("/api/worklist").then().statusCode(200).extract();
        assertThat(second.<List<String>>path("items.id")).doesNotContainAnyElementsOf(first.<List<String>>path("items.id"));
    }

    @Test
    void a_worker_sees_their_own_list_only() {
        as("worker").get("/api/worklist").then().statusCode(200).body("items.size()", equalTo(0));
        as("worker").queryParam("worker", "worker-coastal").get("/api/worklist").then().statusCode(422);
        as("worker").queryParam("phase", "accepted").get("/api/worklist").then().statusCode(422);
        as("partner").get("/api/worklist").then().statusCode(403);
    }

    @Test
    void what_is_wrong_with_a_step_is_named_field_by_field() {
        fact("contacts", "{\"mode\": \"pigeon\", \"minutes\": 0, \"occurredAt\": \"2999-01-01T00:00:00Z\"}")
                .then().statusCode(422).body("errors.field", containsInAnyOrder("mode", "minutes", "occurredAt"));
        step("accept", 2, "{\"occurredAt\": \"2026-03-02T10:14:29Z\"}").then().statusCode(422)
                .body("errors.field", equalTo(List.of("occurredAt"))).body("errors.code", equalTo(List.of("too-early")))
                .body("errors[0].message", containsString("2026-03-02T10:15:30Z"));
        fact("contacts", "{}").then().statusCode(422).body("errors.field", containsInAnyOrder("mode", "minutes"));
        fact("signposts", "{\"kind\": \"x\", \"destination\": \"Mrs Somebody\"}").then().statusCode(422).body("errors.field", containsInAnyOrder("kind", "destination"));
        step("close", 2, "{}").then().statusCode(422).body("errors.field", containsInAnyOrder("outcome"));
        step("decline", 2, "{\"reason\": \"boredom\"}").then().statusCode(422).body("errors.field", containsInAnyOrder("reason"));
    }

    @Test
    void a_partner_takes_no_step_with_a_referral() {
        for (var step : Map.of("accept", "{}", "allocate", "{}", "contacts", "{\"mode\": \"phone\", \"minutes\": 5}").entrySet())
            as("partner").header("If-Match", "\"2\"").body(step.getValue()).post(referral + "/" + step.getKey()).then().statusCode(403);
    }

    @Test
    void a_step_may_be_taken_without_a_body_where_it_needs_to_say_nothing() {
        given().auth().oauth2(Tokens.of("coordinator")).header("If-Match", "\"2\"").post(referral + "/accept").then().statusCode(200);
    }

    private String id() {
        return referral.substring(referral.lastIndexOf('/') + 1);
    }

    private static List<String> listed(String by, String value) {
        return as("coordinator").queryParam(by, value).queryParam("limit", 200).get("/api/worklist").then().statusCode(200).extract().path("items.id");
    }

    private Response step(String step, long version, String body) {
        return as("coordinator").header("If-Match", "\"" + version + "\"").body(body).post(referral + "/" + step);
    }

    private Response fact(String fact, String body) {
        return as("worker").body(body).post(referral + "/" + fact);
    }

    private static String refer(String body) {
        return as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
