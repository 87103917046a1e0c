package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People whole: what stays with them whatever the referral, and what may be done with it. */
class PeopleTest {

    @Test
    @Tag("C11")
    void a_carer_is_a_client_of_their_own_and_stands_with_who_they_care_for() {
        var carer = person(Case.referred("sird-2021", Referrals.to("sird-2021", "scotland", People.someone())));
        var person = person(Case.referred("sird-2021", Referrals.to("sird-2021", "scotland", People.someone())));
        say(person, "representatives", """
                {"items": [{"authority": "carer", "person": "%s"}, {"authority": "guardian", "name": "Testgiven Guardian", "from": "2025-04-01"}]}""".formatted(carer));
        Kith.as("worker").get("/api/people/" + person + "/representatives").then().statusCode(200)
                .body("items.authority", contains("carer", "guardian")).body("items[0].person", equalTo(carer));
        assertThat(Kith.as("partner").get("/api/people/" + person + "/representatives").statusCode()).isEqualTo(403);
    }

    @Test
    void what_makes_contact_safe_is_there_for_who_meets_the_person() {
        var person = person(Case.referred("norfolk-living-well", Referrals.toNorfolk(People.someone())));
        say(person, "contact-rules", "{\"by\": [\"phone\"], \"neverBy\": [\"email\"], \"notWhen\": \"After six\", \"messages\": false}");
        say(person, "communication", "{\"language\": \"bfi\", \"interpreter\": true, \"needs\": [\"step-free\"]}");
        say(person, "lone-working-risk", "{\"risks\": [\"dog\"], \"neverAlone\": false, \"precautions\": \"Ring first.\"}");
        Kith.as("coordinator").get("/api/people/" + person + "/lone-working-risk").then().statusCode(200).body("risks", contains("dog"));
        assertThat(Kith.as("funder").get("/api/people/" + person + "/lone-working-risk").statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_under_18_is_referred_when_it_is_said_who_consented() {
        var child = Referrals.to("norfolk-living-well", "fens", People.someone()).replace("1951-03-14", "2012-03-14");
        Kith.as("partner").post("/api/referrals", child).then().statusCode(422).body("errors.field", hasItem("consent.by"));
        var taken = Kith.as("partner").post("/api/referrals", child.replace("\"how\"", "\"by\": \"self-competent\", \"how\""));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        Kith.as("worker").get(taken.header("Location")).then().statusCode(200).body("details.consent.by", equalTo("self-competent"));
    }

    @Test
    void one_person_under_two_references_is_suspected_and_not_put_together() {
        var someone = People.someone();
        var known = person(Case.referred("norfolk-living-well", Referrals.to("norfolk-living-well", "fens", someone)));
        var again = Referrals.to("norfolk-living-well", "fens", someone).replaceAll("\"nhsNumber\": \"[0-9]+\", ", "").replace("Testfamily", "TESTFAMILY");
        var unknown = person(Case.referred("norfolk-living-well", again));
        assertThat(unknown).isNotEqualTo(known);
        Kith.as("coordinator").get("/api/people/" + unknown + "/candidates").then().statusCode(200)
                .body("items.person", contains(known)).body("items[0].confidence", equalTo("medium"));
    }

    @Test
    @Tag("C11")
    void one_person_who_came_twice_without_a_number_counts_once_as_soon_as_they_are_merged_and_twice_again_once_unmerged() {
        var watched = Watched.now("sird-2021", "");
        var without = Referrals.to("sird-2021", "scotland", People.someone()).replaceAll("\"nhsNumber\": \"[0-9]+\", ", "");
        var one = Case.referred("sird-2021", without);
        var again = Case.referred("sird-2021", without);
        var person = person(one);
        var second = person(again);
        watched.moveBy(Map.of("clients", 2), List.of());
        var apart = Instant.now();

        said("coordinator", second, "merge", "{\"into\": \"%s\", \"reason\": \"person-says\"}".formatted(person));
        watched.moveBy(Map.of("clients", 1), List.of());
        var merged = Instant.now();
        assertThat(again.countsAs("clients", null)).containsExactly(person);
        assertThat(again.countsAs("clients", apart)).containsExactly(second);
        assertThat(clients(apart)).isEqualTo(clients(merged) + 1);
        Kith.as("worker").get("/api/people/" + person).then().statusCode(200).body("merged", contains(second));
        Kith.as("coordinator").get("/api/people/" + second + "/candidates").then().statusCode(200).body("items", empty());
        Kith.as("steward").get("/api/people/" + second + "/export").then().statusCode(200).body("referrals", hasSize(2));
        Kith.as("coordinator").post("/api/people/" + person + "/merge", "{\"into\": \"%s\", \"reason\": \"person-says\"}".formatted(second))
                .then().statusCode(409).body("code", equalTo("into-merged"));

        said("steward", second, "unmerge", "{\"reason\": \"two-people\"}");
        watched.moveBy(Map.of("clients", 2), List.of());
        assertThat(again.countsAs("clients", null)).containsExactly(second);
        assertThat(clients(merged)).isEqualTo(clients(apart) - 1);
    }

    @Test
    void what_a_person_takes_back_is_kept_to_by_every_door_and_told_as_it_happened() {
        var one = Case.allocated("norfolk-living-well", "breckland", "adult-social-care");
        var person = person(one);
        consent(one, "\"given\": false, \"purpose\": \"tell-referrer\"");
        Kith.as("partner").get(one.address()).then().statusCode(403).body("code", equalTo("consent-withdrawn"));
        consent(one, "\"given\": false, \"purpose\": \"share-with\", \"recipient\": \"community-kitchen\"");
        Kith.as("worker").post(one.address() + "/onward-referrals", "{\"kind\": \"advice\", \"destination\": \"community-kitchen\"}")
                .then().statusCode(409).body("code", equalTo("consent-withdrawn"));
        consent(one, "\"given\": true, \"purpose\": \"tell-referrer\"");
        Kith.as("partner").get(one.address()).then().statusCode(200);

        Kith.as("steward").get("/api/people/" + person + "/consents").then().statusCode(200).body("items.given", contains(true, false, false, true));
        Kith.as("steward").get("/api/people/" + person + "/disclosures").then().statusCode(200).body("items.organisation", hasItem("partner-one"));
        assertThat(one.read().path("history").findValuesAsText("event")).contains("consent.withdrawn", "consent.given");
    }

    @Test
    void a_person_sees_what_is_held_and_is_erased_unless_a_hold_forbids_it() {
        var someone = People.someone();
        var one = Case.referred("clics", Referrals.to("clics", "CP5", someone));
        var person = "/api/people/" + person(one);
        Kith.as("steward").get(person + "/export").then().statusCode(200)
                .body("referrals[0].said.identity.familyName", equalTo(someone.familyName())).body("consents.how", contains("verbal"));
        var page = Kith.as("steward").request().accept("text/html").get(person + "/export");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains(someone.familyName(), "14 March 1951");

        Kith.as("steward").request().put(person + "/legal-holds/complaint").then().statusCode(204);
        Kith.as("steward").request().delete(person).then().statusCode(409).body("code", equalTo("legal-hold"));
        one.step("coordinator", "decline", "{\"reason\": \"no-capacity\"}");
        var due = Kith.as("steward").get("/api/people/due-for-erasure?on=2060-01-01&limit=200").then().statusCode(200).extract().jsonPath();
        assertThat(due.getList("items.person")).isNotEmpty();
        Kith.as("steward").request().delete(person + "/legal-holds/complaint").then().statusCode(204);
        Kith.as("steward").request().delete(person).then().statusCode(204);
        Kith.as("steward").get(person + "/export").then().statusCode(404);
    }

    @Test
    @Tag("D21")
    void people_and_households_are_counted_apart() {
        var watched = Watched.now("norfolk-living-well", "");
        var one = Case.referred("norfolk-living-well", Referrals.to("norfolk-living-well", "fens", People.someone()));
        var other = Case.referred("norfolk-living-well", Referrals.to("norfolk-living-well", "fens", People.someone()));
        var household = "/api/people/" + person(one) + "/household";
        Kith.as("worker").put(household, "{\"with\": \"" + person(other) + "\"}").then().statusCode(204);
        Kith.as("worker").get(household).then().statusCode(200).body("members", hasItem(person(other))).body("members", hasItem(person(one)));

        watched.moveBy(Map.of("households", 1), List.of());
        one.streamStandsBehind("households", "person-" + person(one));
        Kith.as("worker").request().delete(household).then().statusCode(204);
    }

    /** How many clients the programme was known to have at the moment. */
    private static int clients(Instant asOf) {
        return Watched.now("sird-2021", "?asOf=" + asOf).values().get("clients").intValue();
    }

    private static void said(String client, String person, String what, String body) {
        var answer = Kith.as(client).post("/api/people/" + person + "/" + what, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    private static void consent(Case one, String what) {
        var referral = one.address().substring(one.address().lastIndexOf('/') + 1);
        var answer = Kith.as("worker").post("/api/people/" + person(one) + "/consents", "{\"referral\": \"%s\", \"how\": \"verbal\", %s}".formatted(referral, what));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void say(String person, String kind, String body) {
        var address = "/api/people/" + person + "/" + kind;
        var etag = Kith.as("worker").get(address).then().statusCode(200).extract().header("ETag");
        var answer = Kith.as("worker").request().header("If-Match", etag).body(body).put(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    private static String person(Case one) {
        return one.read().path("person").asText();
    }
}
