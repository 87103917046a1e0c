package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person's way through Living Well social prescribing, from referral to close, as the funder's report counts it. */
class NorfolkTest {
    private static final String PROGRAMME = "norfolk-living-well";
    private static final String SWAFFHAM = "?area=swaffham";

    @Test
    @Tag("D9")
    @Tag("D10")
    @Tag("D11")
    @Tag("D12")
    void every_step_of_a_referral_moves_its_own_number_in_its_own_cluster() {
        Staff.workerCovers(PROGRAMME, "swaffham");
        var swaffham = Watched.now(PROGRAMME, SWAFFHAM);
        var fens = Watched.now(PROGRAMME, "?area=fens");

        var referral = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(201).extract().header("Location");
        step(referral, "coordinator", "accept", "{}");
        step(referral, "coordinator", "allocate", "{}");
        step(referral, "worker", "contacts", "{\"mode\": \"phone\", \"minutes\": 25}");
        step(referral, "worker", "contacts", "{\"mode\": \"face-to-face\", \"minutes\": 50}");
        step(referral, "worker", "signposts", "{\"kind\": \"organisation\", \"destination\": \"walking-group\"}");
        assertThat(Kith.as("worker").get("/api/worklist").asString()).contains(id(referral));
        step(referral, "worker", "close", "{\"outcome\": \"goals-met\"}");

        swaffham.moveBy(
                Map.of("referrals-received", 1, "people-referred", 1, "referrals-accepted", 1, "referrals-allocated", 1,
                        "contacts-held", 2, "clients-supported", 1, "people-signposted", 1, "referrals-closed", 1),
                List.of("referrals-declined"));
        fens.moveBy(Map.of(), List.of("referrals-received", "contacts-held", "referrals-closed"));
    }

    @Test
    @Tag("D10")
    void a_declined_referral_keeps_its_reason() {
        var watched = Watched.now(PROGRAMME, "");
        var referral = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(201).extract().header("Location");
        step(referral, "coordinator", "decline", "{\"reason\": \"no-capacity\"}");
        watched.moveBy(Map.of("referrals-received", 1, "referrals-declined", 1), List.of("referrals-accepted"));
    }

    @Test
    void a_step_taken_on_a_stale_view_is_refused_and_changes_nothing() {
        var referral = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(201).extract();
        var stale = referral.header("ETag");
        step(referral.header("Location"), "coordinator", "accept", "{}");
        Kith.as("coordinator").request().header("If-Match", stale).body("{\"reason\": \"no-capacity\"}")
                .post(referral.header("Location") + "/decline")
                .then().statusCode(412).contentType("application/problem+json");
    }

    @Test
    @Tag("D12")
    void a_number_opens_down_to_the_events_behind_it() {
        var referral = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(201).extract().header("Location");
        Eventually.holds(() -> assertThat(Kith.as("programme-manager")
                .get("/api/programmes/" + PROGRAMME + "/indicators/referrals-received/events?area=swaffham&limit=500")
                .then().statusCode(200).extract().asString())
                .contains(id(referral)));
    }

    private static void step(String referral, String who, String verb, String body) {
        var answer = Kith.as(who).command(referral, verb, body);
        assertThat(answer.statusCode()).as(verb + ": " + answer.asString()).isLessThan(300);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
