package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** What is done with a person, recorded and read back. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class CourseTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String referral = "";

    @BeforeEach
    void somebody_is_in_support() {
        Directory.tell(copy);
        referral = as("partner").body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(201).extract().header("Location");
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(referral + "/accept").then().statusCode(200);
        as("coordinator").header("If-Match", "\"3\"").body("{}").post(referral + "/allocate").then().statusCode(200);
    }

    @Test
    void the_course_of_support_is_read_back_with_its_history() {
        step("contacts", "{\"result\": \"attempted\", \"mode\": \"phone\"}").then().statusCode(200).body("phase", equalTo("allocated"));
        step("contacts", "{\"mode\": \"phone\", \"minutes\": 30, \"conversation\": \"two\", \"cohort\": \"health-challenges\"}").then().statusCode(200).body("phase",
                equalTo("in-support"));
        step("assessments", """
                {"mode": "phone", "needs": ["housing", "transport"], "disability": "yes", "items": [{"item": "housing", "collectedFrom": "worker"}]}""")
                .then().statusCode(200).header("ETag", "\"8\"");
        String goal = step("goals", "{\"kind\": \"social\"}").then().statusCode(200).extract().path("goal");
        step("goals/" + goal + "/reviews", "{\"result\": \"met\"}").then().statusCode(200);
        step("support", "{\"strand\": \"healthy-living\", \"kind\": \"activity\", \"theme\": \"good-sleep\", \"carer\": true}").then().statusCode(200);
        step("signposts", "{\"kind\": \"group\", \"destination\": \"group-1\"}").then().statusCode(200);
        String onward = step("onward-referrals", "{\"kind\": \"befriending\", \"destination\": \"group-2\", \"from\": \"group-1\"}").then().statusCode(200).extract()
                .path("onward");
        step("onward-referrals/" + onward + "/reply", "{\"reply\": \"accepted\"}").then().statusCode(200);
        step("representations", "{\"thirdParty\": \"landlord\", \"consent\": {\"given\": true, \"how\": \"verbal\"}}").then().statusCode(200);
        step("accompaniments", "{\"destination\": \"group-2\"}").then().statusCode(200);
        step("unmet-needs", "{\"need\": \"transport\"}").then().statusCode(200);

        as("worker").get(referral).then().statusCode(200)
                .body("phase", equalTo("in-support"))
                .body("course.goals[0].result", equalTo("met"))
                .body("course.support[0].theme", equalTo("good-sleep"))
                .body("course.signposts[0].destination", equalTo("group-1"))
                .body("course.onwardReferrals[0].reply", equalTo("accepted"))
                .body("course.unmetNeeds[0]", equalTo("transport"))
                .body("history.event", hasItem("person.represented"))
                .body("history[0].event", equalTo("referral.accepted"))
                .body("history.find {it.event == 'contact.held'}.said.conversation", equalTo("two"))
                .body("history.size()", equalTo(15));
        as("partner").get(referral).then().statusCode(200).body("course", nullValue()).body("history", nullValue());
    }

    @Test
    void a_note_is_read_back_by_who_supports_the_person_and_lies_sealed() {
        step("contacts", "{\"mode\": \"phone\", \"minutes\": 30, \"note\": \"Canary of a contact\"}").then().statusCode(200);
        as("worker").get(referral).then().body("history.find {it.event == 'contact.held'}.note", equalTo("Canary of a contact"));
        assertThat(rows.texts("SELECT h::text || coalesce(encode(sealed, 'escape'), '') FROM referral_history h")).noneMatch(row -> row.contains("Canary"));
        assertThat(rows.texts("SELECT data::text FROM event")).noneMatch(row -> row.contains("Canary"));
    }

    @Test
    void a_retried_goal_is_the_same_goal() {
        var first = as("worker").header("Idempotency-Key", "goal-" + referral).body("{\"kind\": \"social\"}").post(referral + "/goals").<String>path("goal");
        assertThat(as("worker").header("Idempotency-Key", "goal-" + referral).body("{\"kind\": \"social\"}").post(referral + "/goals").<String>path("goal")).isEqualTo(first);
        as("worker").get(referral).then().body("course.goals.size()", equalTo(1));
    }

    @Test
    void whoever_disengages_is_on_no_worklist_any_more() {
        as("worker").body("{\"reason\": \"no-longer-wanted\"}").post(referral + "/disengage").then().statusCode(428);
        as("worker").header("If-Match", "\"4\"").body("{\"reason\": \"no-longer-wanted\"}").post(referral + "/disengage").then().statusCode(200).body("phase",
                equalTo("disengaged"));
        as("coordinator").queryParam("worker", "worker-coastal").queryParam("limit", 200).get("/api/worklist").then()
                .body("items.id", org.hamcrest.Matchers.not(hasItem(referral.substring(referral.lastIndexOf('/') + 1))));
        step("contacts", "{\"mode\": \"phone\", \"minutes\": 30}").then().statusCode(409).body("code", equalTo("disengaged"));
    }

    @Test
    void take_up_is_followed_and_read_back() {
        step("signposts", "{\"kind\": \"group\", \"destination\": \"group-1\"}").then().statusCode(200);
        step("signposts/take-up", "{\"kind\": \"group\", \"destination\": \"group-1\", \"stage\": \"sustained\"}").then().statusCode(409).body("code", equalTo("not-attended-yet"));
        for (var stage : List.of("first-attended", "sustained"))
            step("signposts/take-up", "{\"kind\": \"group\", \"destination\": \"group-1\", \"stage\": \"%s\"}".formatted(stage)).then().statusCode(200);
        as("worker").get(referral).then().body("course.signposts[0].takeUp", equalTo("sustained"));
        wrong("signposts/take-up", "{\"kind\": \"group\", \"destination\": \"group-1\", \"stage\": \"dreamt\"}", "stage");
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        wrong("contacts", "{\"result\": \"dreamt\", \"mode\": \"pigeon\"}", "result", "mode", "minutes");
        wrong("contacts", "{\"result\": \"cancelled\", \"mode\": \"phone\", \"minutes\": 5}", "cancelledBy", "minutes");
        wrong("contacts", "{\"mode\": \"phone\", \"minutes\": 5, \"conversation\": \"four\", \"cohort\": \"x\"}", "conversation", "cohort");
        wrong("assessments", "{\"mode\": \"phone\", \"needs\": [\"x\"], \"items\": [{\"item\": \"x\"}, null]}", "needs[0]", "items[0].item", "items[0].collectedFrom", "items[1]");
        wrong("goals", "{}", "kind");
        wrong("support", "{\"strand\": \"planning\", \"kind\": \"activity\"}", "strand", "kind");
        wrong("support", "{\"strand\": \"healthy-living\", \"kind\": \"activity\"}", "theme");
        wrong("support", "{\"strand\": \"one-to-one\", \"kind\": \"coaching\", \"theme\": \"good-sleep\"}", "theme");
        wrong("onward-referrals", "{\"kind\": \"advice\", \"destination\": \"Mrs Somebody\", \"from\": \"the pub\"}", "destination", "from");
        wrong("representations", "{\"thirdParty\": \"landlord\", \"consent\": {\"how\": \"verbal\"}}", "consent.given");
        wrong("unmet-needs", "{\"need\": \"x\"}", "need");
        step("goals/0199aaaa-0000-7000-8000-000000000003/reviews", "{\"result\": \"met\"}").then().statusCode(409).body("code", equalTo("no-such-goal"));
        as("partner").body("{\"kind\": \"social\"}").post(referral + "/goals").then().statusCode(403);
    }

    @Test
    void a_session_for_several_people_is_recorded_and_read_back() {
        var address = as("worker").body("""
                {"programme": "norfolk-living-well", "area": "coastal", "strand": "one-to-one", "kind": "coaching", "attended": 8}""")
                .post("/api/support-sessions").then().statusCode(201).extract().header("Location");
        as("worker").get(address).then().statusCode(200).body("attended", equalTo(8)).body("area", equalTo("coastal"));
        as("worker").body("{\"programme\": \"norfolk-living-well\", \"area\": \"mars\", \"attended\": -1}").post("/api/support-sessions")
                .then().statusCode(422).body("errors.field", containsInAnyOrder("area", "strand", "kind", "attended"));
        as("partner").body("{}").post("/api/support-sessions").then().statusCode(403);
    }

    @Test
    void a_practices_staff_are_engaged_in_the_cluster_that_it_is_in() {
        var address = as("worker").body("{\"programme\": \"norfolk-living-well\", \"practice\": \"KITH-NLW-07\", \"kind\": \"meeting\"}")
                .post("/api/primary-care-engagements").then().statusCode(201).extract().header("Location");
        as("worker").get(address).then().statusCode(200).body("area", equalTo("coastal"));
        as("worker").body("{\"programme\": \"norfolk-living-well\", \"practice\": \"nowhere\", \"kind\": \"x\"}").post("/api/primary-care-engagements")
                .then().statusCode(422).body("errors.field", containsInAnyOrder("practice", "kind"));
    }

    private void wrong(String what, String body, String... fields) {
        step(what, body).then().statusCode(422).body("errors.field", containsInAnyOrder(fields));
    }

    private Response step(String what, String body) {
        return as("worker").body(body).post(referral + "/" + what);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
