package org.kith.referral.takingup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.Referred;
import org.kith.referral.Rows;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A group says at an address of its own whether somebody came. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ReplyLinkTest {
    private static final String SIGNPOST = "{\"kind\": \"group\", \"destination\": \"group-1\"}";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject Links links;

    private UUID referral = UUID.randomUUID();

    @BeforeEach
    void somebody_was_signposted() {
        referral = Referred.somebody(copy, "2026-03-01T12:00:00Z");
        as("coordinator").header("If-Match", "*").body("{}").post(address() + "/accept").then().statusCode(200);
        as("worker").body("{\"kind\": \"group\", \"destination\": \"group-1\", \"occurredAt\": \"2026-03-02T12:00:00Z\"}").post(address() + "/signposts").then().statusCode(200);
    }

    @Test
    void the_group_says_that_they_came_and_go_on_coming_and_it_is_recorded_as_said_by_the_group() {
        var link = link();
        say(link, "sustained").then().statusCode(409).body("code", equalTo("not-attended-yet"));
        say(link, "first-attended").then().statusCode(200).body("stage", equalTo("first-attended"));
        say(link, "sustained").then().statusCode(200);
        as("worker").get(address()).then().body("course.signposts[0].takeUp", equalTo("sustained"));
        assertThat(rows.texts("SELECT actor || ' ' || (data ->> 'stage') FROM referral_history WHERE referral = '%s' AND type = 'signposting.taken-up' ORDER BY version".formatted(
                referral))).containsExactly("signposted-to:group-1 FIRST_ATTENDED", "signposted-to:group-1 SUSTAINED");
    }

    @Test
    void to_say_the_same_again_changes_nothing_and_the_opposite_is_refused() {
        var link = link();
        say(link, "did-not-come").then().statusCode(200);
        say(link, "did-not-come").then().statusCode(200);
        as("worker").get(address()).then().body("course.signposts[0].takeUp", equalTo("did-not-come"));
        say(link, "first-attended").then().statusCode(200);
        say(link, "first-attended").then().statusCode(200);
        say(link, "did-not-come").then().statusCode(409);
        assertThat(said()).containsExactly("signposting.not-taken-up", "signposting.taken-up");
    }

    @Test
    void the_page_tells_the_group_and_the_day_and_nothing_else_and_asks_with_a_form() {
        var link = link();
        var page = given().accept("text/html").get(link);
        page.then().statusCode(200).contentType("text/html");
        assertThat(page.asString()).contains("2 March 2026", "group-1", "<form method=\"post\">", "value=\"did-not-come\"")
                .doesNotContain("Wilhelmina", "Testcase", referral.toString())
                .doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        var json = given().accept("application/json").get(link);
        assertThat(json.jsonPath().<String, Object>getMap("").keySet()).containsExactlyInAnyOrder("group", "signpostedOn", "until", "stages");
        var sent = given().accept("text/html").contentType("application/x-www-form-urlencoded").body("stage=first-attended").post(link);
        sent.then().statusCode(200).contentType("text/html");
        assertThat(sent.asString()).contains("Thank you");
        assertThat(said()).containsExactly("signposting.taken-up");
    }

    @Test
    void what_was_changed_has_ended_or_is_no_answer_is_said_clearly_and_records_nothing() {
        var link = link();
        var ended = "/take-up/" + links.seal(new Links.Link(referral, 4, Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.SECONDS)));
        var other = "/take-up/" + links.seal(new Links.Link(referral, 3, Instant.now().plusSeconds(500)));
        var changed = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        say(changed, "sustained").then().statusCode(404).contentType("application/problem+json").body("code", equalTo("no-such-link"));
        say("/take-up/nonsense", "sustained").then().statusCode(404);
        say(ended, "first-attended").then().statusCode(410).body("code", equalTo("link-ended"));
        say(other, "first-attended").then().statusCode(410);
        given().accept("text/html").get(ended).then().statusCode(410).contentType("text/html");
        given().accept("application/json").get(changed).then().statusCode(404);
        say(link, "perhaps").then().statusCode(422).body("errors.field", equalTo(List.of("stage")));
        given().accept("text/html").contentType("application/x-www-form-urlencoded").body("stage=" + "x".repeat(10_000)).post(link).then().statusCode(422);
        assertThat(said()).isEmpty();
    }

    @Test
    void nothing_is_asked_about_what_should_never_have_been() {
        var link = link();
        as("coordinator").header("If-Match", "*").body("{\"reason\": \"duplicate\"}").post(address() + "/enter-in-error").then().statusCode(200);
        say(link, "first-attended").then().statusCode(410);
    }

    @Test
    void only_who_supports_the_person_makes_an_address_and_only_for_what_they_were_signposted_to() {
        as("partner").body(SIGNPOST).post(address() + "/signposts/reply-link").then().statusCode(403);
        as("worker").body(SIGNPOST).post("/api/referrals/" + UUID.randomUUID() + "/signposts/reply-link").then().statusCode(404);
        as("worker").body(SIGNPOST.replace("group-1", "group-2")).post(address() + "/signposts/reply-link").then().statusCode(409).body("code", equalTo("not-signposted"));
        as("worker").body("{}").post(address() + "/signposts/reply-link").then().statusCode(422).body("errors.field", equalTo(List.of("kind", "destination")));
    }

    private List<String> said() {
        return rows.texts("SELECT type FROM event WHERE stream_id = 'referral-%s' AND type LIKE 'signposting.%%' ORDER BY version".formatted(referral));
    }

    private String link() {
        return as("worker").body(SIGNPOST).post(address() + "/signposts/reply-link").then().statusCode(201).extract().path("address");
    }

    private String address() {
        return "/api/referrals/" + referral;
    }

    private static Response say(String link, String stage) {
        return given().contentType(ContentType.JSON).body("{\"stage\": \"%s\"}".formatted(stage)).post(link);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
