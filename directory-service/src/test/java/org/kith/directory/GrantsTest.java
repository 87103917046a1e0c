package org.kith.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Asking.get;
import static org.kith.directory.Asking.post;
import static org.kith.directory.Asking.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class GrantsTest {
    private String group = "";

    @BeforeEach
    void a_group() {
        ReferenceFiles.codeLists().forEach(r -> put("administrator", r.path(), r.json()));
        ReferenceFiles.programme("clics").forEach(r -> put("administrator", r.path(), r.json()));
        group = post("coordinator", "/api/groups", group("Knit and Natter")).then().statusCode(201).extract().jsonPath().getString("id");
    }

    @Test
    void whatever_races_a_budget_is_never_overspent() throws Exception {
        put("administrator", "/api/funds/race", fund("race", 1000)).then().statusCode(201);
        Tokens.of("funder");
        var answers = new ArrayList<Future<Response>>();
        try (var callers = Executors.newFixedThreadPool(24)) {
            for (int i = 0; i < 24; i++) answers.add(callers.submit(() -> untilAnswered("race", 100)));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) statuses.add(answer.get().statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(14);
        var fund = get("funder", "/api/funds/race").jsonPath();
        assertThat(fund.getLong("awardedPence")).isEqualTo(1000);
        assertThat(fund.getLong("remainingPence")).isZero();
        assertThat(get("funder", "/api/funds/race/grants").jsonPath().getList("items")).hasSize(10);
    }

    @Test
    void an_award_is_told_once_and_answered_twice_under_its_key() {
        put("administrator", "/api/funds/twice", fund("twice", 1000)).then().statusCode(201);
        var key = UUID.randomUUID().toString();
        var first = post("funder", "/api/funds/twice/grants", grant(400), key).then().statusCode(201).extract();
        var again = post("funder", "/api/funds/twice/grants", grant(400), key).then().statusCode(201).extract();

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(get("funder", first.header("Location")).jsonPath().getString("recipientName")).isEqualTo("Knit and Natter");
        post("funder", "/api/funds/twice/grants", grant(300), key).then().statusCode(422);
        var id = first.jsonPath().getString("id");
        var told = Published.until("directory", m -> m.type().equals("grant.awarded") && m.json().contains(id));
        assertThat(told).filteredOn(m -> m.json().contains(id)).singleElement().satisfies(m -> assertThat(m.headers())
                .containsEntry("ce_area", "CP4")
                .containsEntry("ce_programmes", "clics")
                .containsEntry("ce_time", "2026-05-03T23:00:00Z"));
    }

    @Test
    void a_grant_goes_to_somebody_known_on_a_day_of_the_fund() {
        put("administrator", "/api/funds/days", fund("days", 1000)).then().statusCode(201);
        var nobody = Map.of("recipient", UUID.randomUUID().toString(), "title", "Wool", "amountPence", 0, "awardedOn", "2999-01-01", "area", "CP9");
        var errors = post("funder", "/api/funds/days/grants", nobody).then().statusCode(422).extract().jsonPath();
        assertThat(errors.getList("errors.field")).contains("recipient", "amountPence", "awardedOn", "area");

        var early = Map.of("recipient", group, "title", "Wool", "amountPence", 1, "awardedOn", "2020-01-01");
        assertThat(post("funder", "/api/funds/days/grants", early).then().statusCode(409).extract().jsonPath().getString("code"))
                .isEqualTo("outside-fund-period");
    }

    @Test
    void only_a_funder_awards_and_only_from_a_fund_that_there_is() {
        put("administrator", "/api/funds/whose", fund("whose", 1000)).then().statusCode(201);
        post("coordinator", "/api/funds/whose/grants", grant(1)).then().statusCode(403);
        post("funder", "/api/funds/no-such-fund/grants", grant(1)).then().statusCode(404);
    }

    @Test
    void nothing_is_missing_on_the_topic_once_all_was_told() {
        put("administrator", "/api/funds/told", fund("told", 1000)).then().statusCode(201);
        Published.until("directory", m -> m.json().contains("\"fund\":\"told\""));

        var report = post("administrator", "/internal/reconciliation", "").then().statusCode(200).extract().jsonPath();
        assertThat(report.getLong("published")).isPositive();
        assertThat(report.getLong("missing")).isZero();
        post("coordinator", "/internal/reconciliation", "").then().statusCode(403);
    }

    /** A caller that lost too many races is told to try again, and does, under its own key. */
    private Response untilAnswered(String fund, long pence) {
        var key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 20; attempt++) {
            var answer = post("funder", "/api/funds/" + fund + "/grants", grant(pence), key);
            if (answer.statusCode() != 503) return answer;
        }
        throw new AssertionError("still told to try again");
    }

    private Map<String, Object> grant(long pence) {
        return Map.of("recipient", group, "title", "Wool for winter", "amountPence", pence, "awardedOn", "2026-05-04");
    }

    static Map<String, Object> group(String name) {
        return Map.of("programme", "clics", "area", "CP4", "name", name, "formedOn", "2026-04-02", "prompt", "gap", "constituted", false);
    }

    private static Map<String, Object> fund(String id, long pence) {
        return Map.of("id", id, "programme", "clics", "area", "CP4", "name", "A budget", "amountPence", pence, "from", "2026-04-01", "to", "2027-03-31");
    }

}
