package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One real case in each of Improving Lives, Support in the Right Direction and Croydon ABCD. */
class OtherProgrammesTest {

    @Test
    @Tag("B3")
    void a_small_grant_moves_what_is_awarded_and_what_remains_and_cannot_overspend_the_fund() {
        var watched = Watched.now("improving-lives", "");
        var organisation = id(created(Kith.as("coordinator").post("/api/organisations", """
            {"programme": "improving-lives", "area": "locality-1", "name": "Example Allotments", "kind": "voluntary", "delivers": ["nature"]}""")));
        created(Kith.as("funder").post("/api/funds/ili-laf-2026/grants", grant(organisation, 25_000)));
        watched.moveBy(Map.of("grants-awarded", 250, "grants-number", 1, "grants-remaining", -250, "organisations-engaged", 1), List.of("host-funding"));

        var answer = Kith.as("funder").post("/api/funds/ili-laf-2026/grants", grant(organisation, 18_000_000));
        answer.then().statusCode(409).contentType("application/problem+json");
        watched.moveBy(Map.of("grants-awarded", 250, "grants-number", 1), List.of());
    }

    @Test
    @Tag("C11")
    void a_person_referred_in_scotland_is_counted_where_no_target_is_set() {
        var watched = Watched.now("sird-2021", "");
        created(Kith.as("partner").post("/api/referrals", Referrals.to("sird-2021", "scotland", People.someone())));
        watched.moveBy(Map.of("clients", 1), List.of("people-in-contact"));
        for (var indicator : Kith.as("programme-manager").report("sird-2021", "").path("indicators"))
            if (indicator.path("id").asText().equals("clients"))
                assertThat(indicator.path("status").asText()).isEqualTo("no target set");
    }

    @Test
    @Tag("E4")
    @Tag("E10")
    void a_person_signposted_in_croydon_is_counted_once() {
        var watched = Watched.now("croydon-abcd", "");
        Staff.workerCovers("croydon-abcd", "croydon");
        var referral = created(Kith.as("partner").post("/api/referrals", Referrals.to("croydon-abcd", "croydon", People.someone()))).header("Location");
        for (var verb : List.of("accept", "allocate")) Kith.as("coordinator").command(referral, verb, "{}");
        for (var group : List.of("group-1", "group-2"))
            Kith.as("worker").command(referral, "signposts", "{\"kind\": \"group\", \"destination\": \"%s\"}".formatted(group));
        watched.moveBy(Map.of("people-referred", 1, "named-people-signposted", 1), List.of("groups-formed"));
    }

    private static String grant(String recipient, long pence) {
        return """
            {"recipient": "%s", "title": "Raised beds", "amountPence": %d, "area": "locality-1", "awardedOn": "%s"}"""
                .formatted(recipient, pence, LocalDate.now());
    }

    private static Response created(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static String id(Response answer) {
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
