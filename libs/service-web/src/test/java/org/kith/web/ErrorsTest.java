package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.Problem;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class ErrorsTest {

    @Test
    void without_a_token_answers_401_as_a_problem() {
        Response answer = given().get("/api/samples/caller");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void with_a_token_that_is_none_answers_401_as_a_problem() {
        assertProblem(given().header("Authorization", "Bearer nonsense").get("/api/samples/caller"), 401, "unauthenticated");
    }

    @Test
    void with_another_role_answers_403_as_a_problem() {
        assertProblem(as("analyst").get("/api/samples/caller"), 403, "forbidden");
    }

    @Test
    void a_method_without_a_role_annotation_is_denied() {
        assertProblem(as("administrator").get("/api/samples/unannotated"), 403, "forbidden");
    }

    @Test
    void an_unknown_path_answers_404_as_a_problem() {
        assertProblem(given().get("/api/nothing-here"), 404, "not-found");
        assertProblem(given().get("/neither/here"), 404, "not-found");
    }

    @Test
    void a_wrong_method_answers_405_with_those_that_the_path_has() {
        Response answer = as("referrer").delete("/api/samples");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(as("referrer").delete("/api/samples/caller").header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void a_wrong_method_answers_405_whichever_class_has_the_path() {
        Response answer = as("referrer").put("/api/samples/1/notes");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void a_wrong_media_type_answers_415_with_those_that_are_taken() {
        Response answer = as("referrer").contentType("text/plain").body("title").post("/api/samples");
        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("Send application/json.");
        answer = as("referrer").contentType("application/json").body("{}").post("/api/samples/1/notes");
        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("Send text/csv or text/plain.");
        assertThat(answer.header("Accept")).isEqualTo("text/csv, text/plain");
    }

    @Test
    void a_parameter_that_an_operation_has_not_answers_400_with_those_that_it_has() {
        assertThat(as("referrer").queryParam("after", "x").queryParam("PERIOD", "2025").get("/api/samples/1/notes").statusCode()).isEqualTo(200);
        Response answer = as("referrer").queryParam("perod", "2024").queryParam("after", "x").queryParam("x".repeat(100), "").get("/api/samples/1/notes");
        assertProblem(answer, 400, "unknown-parameter");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly("perod", "x".repeat(64) + "…");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("This takes after, period.");
        assertThat(as("referrer").get("/api/samples/caller?x").jsonPath().getString("detail")).isEqualTo("This takes no parameters in its query.");
        assertProblem(given().get("/api/samples/1/notes?perod=2024"), 401, "unauthenticated");
    }

    @Test
    void what_a_page_is_asked_beyond_its_parameters_is_left_out() {
        assertThat(given().get("/samples/page?utm_source=x").statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_is_too_long_and_headers_that_are_too_large_say_how_much_is_taken() {
        Response address = given().get("/api/samples/" + "x".repeat(4_100));
        assertProblem(address, 414, "address-too-long");
        assertThat(address.jsonPath().getString("detail")).contains("4096 characters");
        Response headers = given().header("X-Much", "x".repeat(17_000)).get("/api/samples/caller");
        assertProblem(headers, 431, "headers-too-large");
        assertThat(headers.jsonPath().getString("detail")).contains("16384 bytes");
    }

    @Test
    void an_unacceptable_media_type_answers_406() {
        assertProblem(as("referrer").accept("image/png").get("/api/samples/caller"), 406, "not-acceptable");
    }

    @Test
    void what_is_not_json_answers_400_with_its_place_and_no_echo() {
        Response answer = post("{\"title\": \"Zebedee\",\n \"person\": {");
        assertProblem(answer, 400, "not-json");
        assertThat(answer.asString()).contains("line 2").doesNotContain("Zebedee");
    }

    @Test
    void an_empty_body_a_null_and_an_array_answer_400() {
        assertProblem(post(""), 400, "no-body");
        assertProblem(post("null"), 400, "no-body");
        assertProblem(post("[]"), 400, "wrong-shape");
    }

    @Test
    void repeated_properties_and_trailing_text_answer_400() {
        assertProblem(post("{\"title\":\"a\",\"title\":\"b\"}"), 400, "not-json");
        assertProblem(post("{\"title\":\"a\"} x"), 400, "not-json");
    }

    @Test
    void nesting_is_bounded() {
        assertProblem(post("{\"title\":" + "[".repeat(100) + "]".repeat(100) + "}"), 400, "not-json");
    }

    @Test
    void every_field_of_a_wrong_shape_is_named() {
        Response answer = post("""
                {"title": 7, "nickname": "x", "person": {"name": ["a"], "born": "1990-02-31"}, "reasons": ["a", {}], "count": "3"}""");
        assertProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("errors.field", String.class))
                .containsExactlyInAnyOrder("title", "nickname", "person.name", "person.born", "reasons[1]", "count");
    }

    @Test
    void a_wrong_shape_says_which_one_is_expected() {
        Response answer = post("{\"title\": 7, \"person\": \"Zebedee\", \"reasons\": {}, \"count\": 1.5}");
        assertThat(answer.jsonPath().getMap("errors.collectEntries { [it.field, it.message] }")).containsOnly(
                Map.entry("title", "A text is expected here."), Map.entry("person", "An object is expected here."),
                Map.entry("reasons", "A list is expected here."), Map.entry("count", "A whole number is expected here."));
        assertThat(answer.asString()).doesNotContain("Zebedee");
        Response far = post("{\"title\": \"a\", \"person\": {}, \"count\": 99999999999}");
        assertThat(far.jsonPath().getString("errors[0].field") + " " + far.jsonPath().getString("errors[0].code")).isEqualTo("count out-of-range");
        assertThat(far.jsonPath().getString("errors[0].message")).contains("to 2147483647");
    }

    @Test
    void what_is_no_json_says_why() {
        assertThat(detail(post("{\"title\":\"a\",\"title\":\"b\"}"))).contains("a field twice");
        assertThat(detail(post("{\"title\":\"" + "x".repeat(70_000) + "\"}"))).contains("longer");
        assertThat(detail(as("referrer").contentType("application/json").body(new byte[] {'{', '"', (byte) 0xff, '"'}).post("/api/samples"))).contains("UTF-8");
    }

    private static String detail(Response answer) {
        assertProblem(answer, 400, "not-json");
        return answer.jsonPath().getString("detail");
    }

    @Test
    void every_invalid_field_is_named_as_in_the_body() {
        Response answer = post("{\"title\": \" \", \"person\": {\"name\": \"Zebedee\"}, \"reasons\": [\"ok\", \"too long\"], \"count\": 1}");
        assertProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).isEqualTo(List.of("person.name", "reasons[1]", "title"));
        assertThat(answer.asString()).doesNotContain("Zebedee").doesNotContain("too long");
    }

    @Test
    void a_body_above_the_limit_answers_413() {
        assertProblem(post("{\"title\":\"" + "x".repeat(1024 * 1024) + "\"}"), 413, "too-large");
    }

    @Test
    void the_unexpected_answers_500_and_says_nothing_but_the_correlation_id() {
        String id = UUID.randomUUID().toString();
        Response answer = given().header("X-Correlation-Id", id).get("/api/samples/broken");
        assertProblem(answer, 500, "unexpected");
        assertThat(answer.asString()).doesNotContain("secret").contains(id);
    }

    @Test
    void a_correlation_id_that_is_no_uuid_is_replaced() {
        Response answer = given().header("X-Correlation-Id", "x' or 1=1").get("/api/samples/broken");
        assertThat(UUID.fromString(answer.header("X-Correlation-Id"))).isNotNull();
    }

    @Test
    void health_is_open_and_answers_carry_security_headers() {
        Response answer = given().get("/q/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static Response post(String body) {
        return as("referrer").contentType("application/json").body(body).post("/api/samples");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:kith:problem:" + code);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
    }
}
