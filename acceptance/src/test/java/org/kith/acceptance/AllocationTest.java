package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who takes a referral: by area, by what each may take on and has already, by who is there; and a whole caseload given to others. */
class AllocationTest {
    private static final String PROGRAMME = "norfolk-living-well";
    private static final String AREA = "ketts-oak";
    private static final String GENERAL_POST = "allocation-general";
    private static final String DEBT_POST = "allocation-debt";

    private static final String OTHER_POST = "/api/posts/nlw-worker-ketts-oak";

    private final String general = UUID.randomUUID().toString();
    private final String forDebt = UUID.randomUUID().toString();

    /** The demo, which may have been played before, puts somebody into every post of the programme. */
    @BeforeEach
    void who_else_covers_the_area_is_away() {
        Kith.as("coordinator").put(OTHER_POST + "/absence", "{\"from\": \"%s\"}".formatted(LocalDate.now()));
        Eventually.holds(() -> assertThat(caseloads()).noneMatch(one -> OTHER_POST.endsWith(one.path("post").asText()) && !one.path("away").asBoolean()));
    }

    @AfterEach
    void nobody_stays_in_post() {
        Kith.as("coordinator").request().queryParam("on", LocalDate.now().toString()).delete(OTHER_POST + "/absence");
        for (var post : new String[] {GENERAL_POST, DEBT_POST})
            Kith.as("administrator").request().queryParam("until", LocalDate.now().toString()).delete("/api/posts/" + post + "/holder");
    }

    @Test
    @Tag("D9")
    void referrals_go_to_a_specialist_then_to_who_has_room_and_a_caseload_is_handed_over_when_somebody_is_away() {
        post(GENERAL_POST, general, "\"caseloadLimit\": 1");
        post(DEBT_POST, forDebt,
                "\"caseloadLimit\": 1, \"specialisms\": [\"debt\"], \"expectedClients\": 100, \"mobilisation\": {\"until\": \"2099-12-31\", \"expectedClients\": 60}");

        var first = accepted("debt");
        allocated(first, forDebt);
        var second = accepted("debt");
        allocated(second, general);
        var third = accepted("housing");
        var refused = Kith.as("coordinator").command(third.address(), "allocate", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("everyone-at-capacity");

        done(Kith.as("coordinator").put("/api/posts/" + GENERAL_POST + "/absence", "{\"from\": \"2026-05-01\"}"));
        Eventually.holds(() -> assertThat(caseload(general).path("away").asBoolean()).isTrue());
        assertThat(caseload(forDebt).path("expectedClients").asInt()).as("lower while the service is set up").isEqualTo(60);
        var full = handOver(general);
        assertThat(full.path("handedOver").asInt()).isZero();
        assertThat(full.at("/left/0/code").asText()).isEqualTo("everyone-at-capacity");

        setUp(DEBT_POST, "\"caseloadLimit\": 9");
        Eventually.holds(() -> assertThat(caseload(forDebt).path("caseloadLimit").asInt()).isEqualTo(9));
        assertThat(handOver(general).at("/to/" + forDebt).asInt()).isEqualTo(1);
        assertThat(handOver(general).path("handedOver").asInt()).as("there is nothing left").isZero();
        assertThat(caseload(general).path("open").asInt()).isZero();
        assertThat(caseload(forDebt).path("open").asInt()).isEqualTo(2);
        second.standsBehind("referrals-allocated", "referral.allocated");
        allocated(third, forDebt);
    }

    @Test
    void only_who_runs_a_programme_may_see_or_hand_over_its_caseloads() {
        Kith.as("worker").get("/api/caseloads?programme=" + PROGRAMME).then().statusCode(403);
        Kith.as("partner").get("/api/caseloads?programme=" + PROGRAMME).then().statusCode(403);
        Kith.as("coordinator").get("/api/caseloads?programme=unheard-of").then().statusCode(422);
        Kith.as("worker").post("/api/caseloads/" + general + "/hand-over", "{\"programme\": \"" + PROGRAMME + "\", \"reason\": \"absence\"}").then().statusCode(403);
        Kith.as("coordinator").post("/api/caseloads/" + general + "/hand-over", "{\"to\": \"nobody\"}").then().statusCode(422)
                .body("errors.field", hasItems("programme", "reason", "to"));
        Kith.as("worker").put("/api/posts/" + GENERAL_POST + "/absence", "{\"from\": \"2026-05-01\"}").then().statusCode(403);
    }

    private static void post(String post, String worker, String capacity) {
        setUp(post, capacity);
        var holder = Kith.as("administrator").put("/api/posts/" + post + "/holder", "{\"worker\": \"%s\", \"from\": \"2026-01-01\"}".formatted(worker));
        assertThat(holder.statusCode()).as(holder.asString()).isLessThan(300);
        Eventually.holds(() -> assertThat(caseload(worker).path("post").asText()).isEqualTo(post));
    }

    private static void setUp(String post, String capacity) {
        done(Kith.as("administrator").put("/api/posts/" + post, """
            {"programme": "%s", "role": "living-well-worker", "areas": ["%s"], "fteHundredths": 50, %s}""".formatted(PROGRAMME, AREA, capacity)));
    }

    private static Case accepted(String reason) {
        var one = Case.referred(PROGRAMME, Referrals.to(PROGRAMME, AREA, People.someone()).replace("social-isolation", reason));
        one.step("coordinator", "accept", "{}");
        return one;
    }

    private static void allocated(Case one, String worker) {
        one.step("coordinator", "allocate", "{}");
        assertThat(one.read().path("worker").asText()).as(() -> Kith.as("coordinator").get("/api/caseloads?programme=" + PROGRAMME).asString()).isEqualTo(worker);
    }

    private static JsonNode handOver(String worker) {
        var answer = Kith.as("coordinator").post("/api/caseloads/" + worker + "/hand-over", "{\"programme\": \"" + PROGRAMME + "\", \"reason\": \"absence\"}");
        done(answer);
        return Kith.json(answer.asString());
    }

    private static JsonNode caseload(String worker) {
        for (var one : caseloads()) if (one.path("worker").asText().equals(worker)) return one;
        return MissingNode.getInstance();
    }

    private static JsonNode caseloads() {
        return Kith.json(Kith.as("coordinator").get("/api/caseloads?programme=" + PROGRAMME).then().statusCode(200).extract().asString());
    }

    private static void done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
    }
}
