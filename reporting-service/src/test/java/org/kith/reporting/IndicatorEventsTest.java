package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A number opened, page by page. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class IndicatorEventsTest {
    private static final String EVENTS = "/api/programmes/clics/indicators/groups-formed/events?period=2017";

    @BeforeEach
    void everything_is_ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void each_event_stands_once_on_pages_as_long_as_was_asked() {
        try (var topic = new Topic()) {
            for (int day = 1; day <= 3; day++) topic.publish(formed(LocalDate.of(2017, 6, day)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> get(EVENTS).path("events.size()").equals(3));
        var pages = new ArrayList<List<String>>();
        for (String next = EVENTS + "&limit=2"; next != null;) {
            var page = get(next).then().statusCode(200).extract().jsonPath();
            pages.add(page.getList("events.day"));
            next = page.getString("next");
        }
        assertThat(pages).containsExactly(List.of("2017-06-01", "2017-06-02"), List.of("2017-06-03"));
    }

    @Test
    void how_long_a_page_may_be_is_bounded_and_said_as_everywhere() {
        for (var limit : List.of("0", "501", "x")) get(EVENTS + "&limit=" + limit).then().statusCode(422).body("errors.field", contains("limit"));
        get(EVENTS + "&size=2").then().statusCode(400).body("code", equalTo("unknown-parameter")).body("errors.field", contains("size"));
    }

    private static Happening formed(LocalDate day) {
        return Happening.of(new GroupFormed("g-" + day, "Fernside Walkers", day, "gap", true), "clics", "CP4", day);
    }

    private static Response get(String address) {
        return given().header("Authorization", Tokens.bearer("analyst")).urlEncodingEnabled(false).get(address);
    }
}
