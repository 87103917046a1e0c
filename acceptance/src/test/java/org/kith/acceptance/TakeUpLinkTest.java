package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The group to which somebody was signposted says whether they came: at an address, without an account, and it counts. */
class TakeUpLinkTest {
    private static final String TAKEN_UP = "follow-on-take-up";

    @Test
    @Tag("A23")
    void a_group_that_opens_its_address_and_answers_moves_the_number_by_one_however_often_it_answers() {
        var group = Kith.as("coordinator").post("/api/groups", """
            {"programme": "clics", "area": "CP4", "name": "Example Singers", "formedOn": "2026-01-10", "prompt": "gap", "constituted": false}""");
        assertThat(group.statusCode()).as(group.asString()).isEqualTo(201);
        var destination = group.header("Location").replaceAll(".*/", "");
        var watched = Watched.now("clics", "?area=CP4");
        var one = Case.allocated("clics", "CP4", "community-connector");
        one.record("signposts", "{\"kind\": \"group\", \"destination\": \"%s\"}".formatted(destination));
        var made = Kith.as("worker").post(one.address() + "/signposts/reply-link", "{\"kind\": \"group\", \"destination\": \"%s\"}".formatted(destination));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        var link = made.header("Location");
        assertThat(link).startsWith(Platform.started().gateway() + "/take-up/");
        // asked for without an account, so not too often
        var page = Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofSeconds(1)).pollDelay(Duration.ZERO)
                .until(() -> given().accept("text/html").get(link).asString(), text -> text.contains("Example Singers"));
        assertThat(page).doesNotContain(one.address().replaceAll(".*/", ""));
        for (var stage : List.of("first-attended", "first-attended", "sustained")) reply(link, stage).then().statusCode(200);
        watched.moveBy(Map.of(TAKEN_UP, 1), List.of());
        one.standsBehind(TAKEN_UP, "signposting.taken-up");
        assertThat(one.read().at("/course/signposts/0/takeUp").asText()).isEqualTo("sustained");
        assertThat(one.read().path("history").findValuesAsText("by")).contains("signposted-to:" + destination);
    }

    @Test
    void an_address_that_was_changed_or_that_is_none_is_refused_and_nothing_else_is_open() {
        var gateway = Platform.started().gateway();
        var answer = reply(gateway + "/take-up/" + "A".repeat(80), "sustained");
        answer.then().statusCode(404).contentType("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("no-such-link");
        given().accept("text/html").get(gateway + "/take-up/nonsense").then().statusCode(404).contentType("text/html");
        given().delete(gateway + "/take-up/" + "A".repeat(80)).then().statusCode(405).header("Allow", "GET, HEAD, POST");
    }

    private static Response reply(String link, String stage) {
        return given().contentType("application/json").body("{\"stage\": \"%s\"}".formatted(stage)).post(link);
    }
}
