package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done for people, of every kind that the programmes' documents name, and the numbers that it moves. */
class LifecycleTest {

    @Test
    @Tag("B6")
    @Tag("B9")
    void the_three_conversations_are_kinds_of_contact_in_any_order_and_may_recur() {
        var watched = Watched.now("improving-lives", "?area=locality-2");
        var one = Case.allocated("improving-lives", "locality-2", "improving-the-cancer-journey");
        conversation(one, "three", "health-challenges");
        conversation(one, "one", "health-challenges");
        conversation(one, "three", "vulnerable-and-equality");
        one.record("contacts", "{\"mode\": \"phone\", \"minutes\": 10}");
        one.record("onward-referrals", "{\"kind\": \"befriending\", \"destination\": \"befriending-1\"}");

        watched.moveBy(
                Map.of("three-conversations", 3, "cohorts", 1, "contacts-held", 4, "cancer-journey-referrals", 1, "cancer-journey", 1),
                List.of("formal-referrals"));
        one.standsBehind("three-conversations", step -> step.path("said").has("conversation"));
        one.standsBehind("cohorts", step -> step.path("said").has("cohort"));
        one.standsBehind("cancer-journey", "onward-referral.made");
    }

    @Test
    @Tag("B7")
    @Tag("B8")
    void people_are_helped_to_manage_for_themselves_and_to_live_healthily_by_each_of_seven_themes() {
        var watched = Watched.now("improving-lives", "?area=locality-3");
        var one = Case.allocated("improving-lives", "locality-3", "primary-care");
        for (var kind : codes("support-recovery")) support(one, "recovery", kind, null);
        var themes = codes("healthy-living-theme");
        assertThat(themes).hasSize(7);
        for (var theme : themes) support(one, "healthy-living", "activity", theme);
        one.record("onward-referrals", "{\"kind\": \"social-care\", \"destination\": \"council\", \"formal\": true}");

        watched.moveBy(Map.of("helped-to-do", 1, "healthy-living", 1, "formal-referrals", 1), List.of("cancer-journey"));
        one.standsBehind("helped-to-do", step -> step.path("said").path("strand").asText().equals("recovery"));
        one.standsBehind("healthy-living", step -> step.path("said").path("strand").asText().equals("healthy-living"));
        one.standsBehind("formal-referrals", "onward-referral.made");
    }

    @Test
    @Tag("C6")
    @Tag("C7")
    @Tag("C8")
    @Tag("C9")
    @Tag("C10")
    @Tag("C12")
    void every_activity_of_the_fund_is_a_kind_of_support_that_can_be_recorded() {
        var numbers = Map.of(
                "planning", "outcome-planning", "assessment", "assessment-support", "community", "community-services", "package", "package-support",
                "information", "information-support");
        var watched = Watched.now("sird-2021", "");
        var one = Case.allocated("sird-2021", "scotland", "self");
        for (var strand : numbers.keySet()) for (var kind : codes("support-" + strand)) support(one, strand, kind, null);
        one.record("goals", "{\"kind\": \"independence\"}");
        one.record("onward-referrals", "{\"kind\": \"community-group\", \"destination\": \"hub\"}");
        session("planning", "group-work", 6);
        session("community", "peer-support", 7);
        session("package", "training", 8);
        session("information", "outreach", 9);

        watched.moveBy(
                Map.ofEntries(
                        Map.entry("outcome-planning", 1), Map.entry("assessment-support", 1), Map.entry("community-services", 1), Map.entry("package-support", 1),
                        Map.entry("information-support", 1), Map.entry("coaching", 1), Map.entry("development-training", 1), Map.entry("review-meetings", 1),
                        Map.entry("goals-agreed", 1), Map.entry("community-links", 1), Map.entry("planning-groups", 6), Map.entry("community-groups", 7),
                        Map.entry("package-groups", 8), Map.entry("information-sessions", 1), Map.entry("information-attendances", 9)),
                List.of("contacts-held"));
        numbers.forEach((strand, number) -> one.standsBehind(number, step -> step.path("said").path("strand").asText().equals(strand)));
        one.standsBehind("coaching", step -> step.path("said").path("kind").asText().equals("coaching"));
    }

    @Test
    @Tag("C11")
    void carers_are_supported_too_and_shown_apart() {
        var before = carers();
        var one = Case.allocated("sird-2021", "scotland", "self");
        one.record("support", "{\"strand\": \"planning\", \"kind\": \"one-to-one\", \"carer\": true}");
        Eventually.holds(() -> assertThat(carers()).isEqualTo(before + 1));
        one.standsBehind("carers", "support.given");
    }

    @Test
    @Tag("D11")
    @Tag("D12")
    void a_workers_duties_each_move_a_number_of_their_own() {
        var watched = Watched.now("norfolk-living-well", "?area=mid-norfolk");
        var one = Case.allocated("norfolk-living-well", "mid-norfolk", "adult-social-care");
        one.record("contacts", "{\"result\": \"attempted\", \"mode\": \"phone\"}");
        one.record("contacts", "{\"result\": \"not-attended\", \"mode\": \"face-to-face\"}");
        one.record("contacts", "{\"result\": \"cancelled\", \"mode\": \"video\", \"cancelledBy\": \"person\"}");
        for (var mode : codes("contact-mode")) one.record("contacts", "{\"mode\": \"%s\", \"minutes\": 30}".formatted(mode));
        one.record("assessments", """
                {"mode": "face-to-face", "needs": ["housing", "income"], "family": true, "disability": "yes", "employment": "retired",
                 "items": [{"item": "employment", "collectedFrom": "referrer"}, {"item": "housing", "collectedFrom": "worker"}]}""");
        var goal = one.record("goals", "{\"kind\": \"social\", \"note\": \"Wants to sing again.\"}").path("goal").asText();
        one.record("goals/" + goal + "/reviews", "{\"result\": \"met\"}");
        one.record("support", "{\"strand\": \"one-to-one\", \"kind\": \"motivational-interviewing\"}");
        one.record("signposts", "{\"kind\": \"group\", \"destination\": \"choir\"}");
        var onward = one.record("onward-referrals", "{\"kind\": \"advice\", \"destination\": \"bureau\"}").path("onward").asText();
        one.record("onward-referrals/" + onward + "/reply", "{\"reply\": \"accepted\"}");
        one.record("representations", "{\"thirdParty\": \"landlord\", \"consent\": {\"given\": true, \"how\": \"verbal\"}}");
        one.record("accompaniments", "{\"destination\": \"choir\"}");
        one.record("unmet-needs", "{\"need\": \"transport\"}");
        one.step("worker", "disengage", "{\"reason\": \"moved-away\"}");

        watched.moveBy(
                Map.ofEntries(
                        Map.entry("contacts-not-held", 3), Map.entry("contacts-held", 5), Map.entry("holistic-assessments", 1), Map.entry("needs-and-demographics", 1),
                        Map.entry("item-sources", 2), Map.entry("goals-agreed", 1), Map.entry("goals-met", 1), Map.entry("support-given", 1),
                        Map.entry("people-signposted", 1), Map.entry("onward-referrals", 1), Map.entry("represented", 1), Map.entry("people-accompanied", 1),
                        Map.entry("needs-unmet", 1), Map.entry("drop-outs", 1)),
                List.of("referrals-closed", "referrals-declined"));
        one.standsBehind("contacts-held", "contact.held");
        one.standsBehind("contacts-not-held", "contact.attempted", "contact.not-attended", "contact.cancelled");
        one.standsBehind("needs-and-demographics", "person.assessed");
        one.standsBehind("item-sources", "data-item.collected");
        one.standsBehind("represented", "person.represented");
        one.standsBehind("drop-outs", "person.disengaged");
    }

    @Test
    @Tag("A23")
    void who_was_referred_by_a_connector_is_followed_to_the_group_and_beyond() {
        var watched = Watched.now("clics", "?area=CP6");
        var one = Case.allocated("clics", "CP6", "community-connector");
        one.record("signposts", "{\"kind\": \"group\", \"destination\": \"choir\"}");
        for (var stage : List.of("first-attended", "sustained"))
            one.record("signposts/take-up", "{\"kind\": \"group\", \"destination\": \"choir\", \"stage\": \"%s\"}".formatted(stage));
        var other = Case.allocated("clics", "CP6", "self");
        other.record("signposts", "{\"kind\": \"group\", \"destination\": \"choir\"}");
        other.record("signposts/take-up", "{\"kind\": \"group\", \"destination\": \"choir\", \"stage\": \"first-attended\"}");

        watched.moveBy(Map.of("follow-on-support", 2, "follow-on-take-up", 1), List.of());
        one.standsBehind("follow-on-take-up", "signposting.taken-up");
    }

    @Test
    void who_waits_is_counted_until_a_worker_has_the_referral_and_what_was_a_mistake_counts_no_more() {
        Staff.workerCovers("norfolk-living-well", "breckland");
        var watched = Watched.now("norfolk-living-well", "?area=breckland");
        var one = Case.referred("norfolk-living-well", Referrals.to("norfolk-living-well", "breckland", People.someone()));
        one.step("coordinator", "accept", "{}");
        one.step("coordinator", "waiting", "{\"reason\": \"no-capacity\"}");
        watched.moveBy(Map.of("waiting-now", 1, "referrals-accepted", 1), List.of("referrals-allocated"));
        one.step("coordinator", "allocate", "{}");
        watched.moveBy(Map.of("waiting-now", 0, "referrals-accepted", 1, "referrals-allocated", 1), List.of());
        one.standsBehind("waiting-days", "waiting.ended");
        one.record("contacts", "{\"mode\": \"phone\", \"minutes\": 10}");
        watched.moveBy(Map.of("contacts-held", 1, "people-referred", 1), List.of());

        one.step("coordinator", "enter-in-error", "{\"reason\": \"wrong-person\"}");
        watched.moveBy(Map.of(), List.of("people-referred", "referrals-received", "referrals-accepted", "referrals-allocated", "contacts-held", "waiting-now"));
    }

    @Test
    @Tag("D14")
    void a_worker_assesses_agrees_goals_represents_reports_gaps_supports_groups_and_raises_safeguarding_concerns() {
        var watched = Watched.now("norfolk-living-well", "?area=kings-lynn");
        var one = Case.allocated("norfolk-living-well", "kings-lynn", "primary-care");
        one.record("assessments", "{\"mode\": \"phone\", \"needs\": [\"housing\"]}");
        one.record("goals", "{\"kind\": \"housing\"}");
        one.record("signposts", "{\"kind\": \"service\", \"destination\": \"housing-advice\"}");
        one.record("representations", "{\"thirdParty\": \"council\", \"consent\": {\"given\": true, \"how\": \"written\"}}");
        one.record("unmet-needs", "{\"need\": \"learning\"}");
        supportedGroup("kings-lynn");
        var concern = one.concern("{\"referral\": \"%s\", \"kind\": \"financial\", \"note\": \"Said in confidence.\"}");

        watched.moveBy(
                Map.of("holistic-assessments", 1, "goals-agreed", 1, "people-signposted", 1, "represented", 1, "gaps-by-need", 1, "groups-supported", 1,
                        "safeguarding", 1, "safeguarding-acknowledged", 1, "safeguarding-acted-on", 1),
                List.of("referrals-closed"));
        for (var evidence : Map.of("holistic-assessments", "person.assessed", "goals-agreed", "goal.agreed", "represented", "person.represented", "gaps-by-need", "need.unmet")
                .entrySet())
            one.standsBehind(evidence.getKey(), evidence.getValue());
        for (var number : List.of("safeguarding", "safeguarding-acknowledged", "safeguarding-acted-on")) one.streamStandsBehind(number, concern);
    }

    @Test
    @Tag("D21")
    void a_worker_goes_along_with_people_assesses_families_and_engages_practices() {
        var watched = Watched.now("norfolk-living-well", "?area=swaffham");
        var one = Case.allocated("norfolk-living-well", "swaffham", "primary-care");
        one.record("assessments", "{\"mode\": \"face-to-face\", \"family\": true}");
        one.record("accompaniments", "{\"destination\": \"choir\"}");
        var engaged = Kith.as("worker").post("/api/primary-care-engagements", """
                {"programme": "norfolk-living-well", "practice": "%s", "kind": "meeting"}""".formatted(Referrals.NORFOLK_PRACTICE));
        assertThat(engaged.statusCode()).as(engaged.asString()).isEqualTo(201);

        watched.moveBy(Map.of("holistic-assessments", 1, "people-accompanied", 1, "primary-care-engaged", 1), List.of("referrals-closed"));
        one.standsBehind("holistic-assessments", "person.assessed");
        one.standsBehind("people-accompanied", "person.accompanied");
        one.streamStandsBehind("primary-care-engaged", "primary-care-engagement-" + engaged.header("Location").replaceAll(".*/", ""));
    }

    @Test
    @Tag("E10")
    @Tag("E11")
    @Tag("E12")
    void people_reach_community_activities_and_voluntary_organisations_and_go_from_one_asset_to_another() {
        var watched = Watched.now("croydon-abcd", "");
        var one = Case.allocated("croydon-abcd", "croydon", "self");
        one.record("signposts", "{\"kind\": \"activity\", \"destination\": \"choir\"}");
        one.record("onward-referrals", "{\"kind\": \"community-group\", \"destination\": \"garden\", \"from\": \"choir\"}");
        var organisation = Kith.as("coordinator").post("/api/organisations", """
                {"programme": "croydon-abcd", "area": "croydon", "name": "Example Growers", "kind": "voluntary", "delivers": ["nature"]}""");
        organisation.then().statusCode(201);

        one.record("signposts/take-up", "{\"kind\": \"activity\", \"destination\": \"choir\", \"stage\": \"first-attended\"}");
        watched.moveBy(Map.of("referrals-to-activities", 1, "people-between-assets", 1, "access-to-vcs", 1, "people-reaching-vcs", 1), List.of("between-assets"));
        one.standsBehind("referrals-to-activities", "person.signposted");
        one.standsBehind("people-between-assets", "onward-referral.made");
        one.standsBehind("people-reaching-vcs", "signposting.taken-up");
    }

    private static void supportedGroup(String area) {
        var group = Kith.as("coordinator").post("/api/groups", """
                {"programme": "norfolk-living-well", "area": "%s", "name": "Example Walkers", "formedOn": "2025-01-10", "prompt": "residents", "constituted": false}"""
                .formatted(area));
        assertThat(group.statusCode()).as(group.asString()).isEqualTo(201);
        var support = Kith.as("coordinator").post(group.header("Location") + "/support", "{\"kind\": \"link-to-volunteers\"}");
        assertThat(support.statusCode()).as(support.asString()).isLessThan(300);
    }

    private static void conversation(Case one, String which, String cohort) {
        one.record("contacts", "{\"mode\": \"face-to-face\", \"minutes\": 40, \"conversation\": \"%s\", \"cohort\": \"%s\"}".formatted(which, cohort));
    }

    private static void support(Case one, String strand, String kind, String theme) {
        var about = "\"strand\": \"%s\", \"kind\": \"%s\"".formatted(strand, kind);
        one.record("support", "{" + about + (theme == null ? "}" : ", \"theme\": \"" + theme + "\"}"));
    }

    private static void session(String strand, String kind, int attended) {
        var answer = Kith.as("worker").post("/api/support-sessions", """
                {"programme": "sird-2021", "area": "scotland", "strand": "%s", "kind": "%s", "attended": %d}""".formatted(strand, kind, attended));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        Kith.as("worker").get(answer.header("Location")).then().statusCode(200);
    }

    private static List<String> codes(String list) {
        var codes = new ArrayList<String>();
        for (JsonNode code : Kith.json(Kith.as("worker").get("/api/code-lists/" + list).then().statusCode(200).extract().asString()).path("codes"))
            codes.add(code.path("code").asText());
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static int carers() {
        for (var indicator : Kith.as("programme-manager").report("sird-2021", "").path("indicators"))
            if (indicator.path("id").asText().equals("carers")) return indicator.path("breakDown").path("carer").path("true").asInt();
        throw new IllegalStateException("no carers");
    }
}
