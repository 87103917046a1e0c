package org.kith.outcomes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.DirectoryTopic;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class OutcomesTest {
    @Inject ReferenceCopy reference;

    @BeforeEach
    void reference_data() {
        if (reference.current().hasCode("last", "last")) return;
        try (var directory = new DirectoryTopic()) {
            directory.programme("clics", "CP4", "CP5")
                    .codeList("subject-kind", "person", "volunteer")
                    .codeList("instrument", "swemwbs", "eq-vas")
                    .codeList("occasion", "baseline", "follow-up")
                    .codeList("case-study-theme", "volunteering")
                    .codeList("case-study-shows", "confidence", "volunteer-role")
                    .codeList("consent-how", "written")
                    .codeList("last", "last");
        }
        await().atMost(60, TimeUnit.SECONDS).until(this::known);
    }

    private boolean known() {
        var now = reference.current();
        return now.codeLists().size() == 7 && now.programmes().size() == 1;
    }

    @Test
    void is_ready_once_reference_data_are_known() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void well_being_before_and_after_makes_a_pair() {
        var subject = UUID.randomUUID().toString();
        var baseline = post("worker", "/api/measures", measure(subject, "baseline", List.of(3, 3, 3, 3, 3, 3, 3), "2026-05-01T09:00:00Z"));
        var location = baseline.then().statusCode(201).extract().header("Location");
        assertThat(baseline.header("ETag")).isEqualTo("\"1\"");
        assertThat(get("worker", location).jsonPath().getString("metric")).isEqualTo("19.25");

        var raw = new HashMap<>(measure(subject, "follow-up", null, "2026-08-01T09:00:00Z"));
        raw.put("raw", 27);
        post("worker", "/api/measures", raw).then().statusCode(201);

        var pair = get("coordinator", "/api/measures/pairs/" + subject).then().statusCode(200).extract().jsonPath();
        assertThat(pair.getString("[0].change")).isEqualTo("4.86");
        assertThat(pair.getString("[0].meaning")).isEqualTo("meaningful");
        assertThat(pair.getInt("[0].baseline.raw")).isEqualTo(21);

        var id = baseline.jsonPath().getString("id");
        var told = Published.until("outcomes", m -> m.json().contains(id));
        assertThat(told).filteredOn(m -> m.json().contains(id)).singleElement().satisfies(m -> {
            assertThat(m.type()).isEqualTo("measure.taken");
            assertThat(m.json()).contains("\"raw\":21", "\"metric\":19.25", "\"occasion\":\"baseline\"").doesNotContain("items", "answers");
            assertThat(m.headers()).containsEntry("ce_area", "CP4").containsEntry("ce_time", "2026-05-01T09:00:00Z");
        });
    }

    @Test
    void only_complete_answers_within_bounds_are_taken() {
        assertThat(fields(post("worker", "/api/measures", measure(UUID.randomUUID().toString(), "baseline", List.of(3, 3), null))))
                .containsExactly("items");
        assertThat(fields(post("worker", "/api/measures", measure(UUID.randomUUID().toString(), "baseline", List.of(0, 3, 3, 3, 3, 3, 6), null))))
                .containsExactly("items[0]", "items[6]");
        var nothing = Map.of("programme", "no-such", "area", "CP4", "subject", "somebody", "subjectKind", "cat", "instrument", "eq-vas", "occasion", "later", "raw", 101);
        assertThat(fields(post("worker", "/api/measures", nothing)))
                .containsExactlyInAnyOrder("programme", "subject", "subjectKind", "occasion", "raw");
    }

    @Test
    void a_case_study_keeps_its_text_out_of_events() {
        var made = post("partner", "/api/case-studies", study(true)).then().statusCode(201).extract();
        var location = made.header("Location");
        assertThat(get("partner", location).jsonPath().getString("text")).isEqualTo("Quillfeather learned to lead walks.");
        assertThat(get("analyst", location).jsonPath().getString("consent.how")).isEqualTo("written");
        assertThat(get("other-partner", location).statusCode()).isEqualTo(404);
        assertThat(get("coordinator", "/api/case-studies").jsonPath().getList("items.id")).contains(made.jsonPath().getString("id"));

        var told = Published.until("outcomes", m -> m.type().equals("case-study.recorded"));
        assertThat(told).filteredOn(m -> m.type().equals("case-study.recorded")).isNotEmpty().allSatisfy(m -> assertThat(m.json())
                .contains("\"shows\":[\"confidence\"]")
                .doesNotContain("Quillfeather"));
    }

    @Test
    void there_is_no_case_study_without_consent() {
        assertThat(fields(post("partner", "/api/case-studies", study(false)))).containsExactly("consent.given");
    }

    @Test
    void nobody_unknown_or_of_another_role_measures() {
        var body = measure(UUID.randomUUID().toString(), "baseline", List.of(3, 3, 3, 3, 3, 3, 3), null);
        post("funder", "/api/measures", body).then().statusCode(403);
        RestAssured.given().contentType("application/json").body(body).post("/api/measures").then().statusCode(401);
        get("worker", "/api/measures/pairs/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Map<String, Object> measure(String subject, String occasion, List<Integer> items, String at) {
        var body = new HashMap<String, Object>(Map.of(
                "programme", "clics", "area", "CP4", "subject", subject, "subjectKind", "volunteer", "instrument", "swemwbs", "occasion", occasion));
        if (items != null) body.put("items", items);
        if (at != null) body.put("occurredAt", at);
        return body;
    }

    private static Map<String, Object> study(boolean consent) {
        return Map.of(
                "programme", "clics", "area", "CP4", "theme", "volunteering", "shows", List.of("confidence"), "title", "Walking",
                "text", "Quillfeather learned to lead walks.", "consent", Map.of("given", consent, "how", "written", "on", "2026-05-01"));
    }

    private static List<String> fields(Response response) {
        return response.then().statusCode(422).extract().jsonPath().getList("errors.field");
    }

    private static Response post(String client, String path, Object body) {
        return given().header("Authorization", Tokens.bearer(client)).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json").body(body).post(path);
    }

    private static Response get(String client, String path) {
        return given().header("Authorization", Tokens.bearer(client)).get(path);
    }
}
