package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class ForwardingTest {
    /** After a request that says more of its connection than that it is to be closed, and so leaves it open: reaches no service. */
    private static final String LAST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final Listener referral = BehindTheGateway.service("referral");

    @BeforeEach
    void listen() {
        referral.answersOk();
    }

    @Test
    void a_request_reaches_its_service_whole_and_the_answer_its_client() {
        referral.answers((heard, response) -> response.setStatusCode(201).putHeader("ETag", "\"1\"").putHeader("Content-Type", "application/json").end("{\"id\":1}"));
        Response answer = partner().urlEncodingEnabled(false).contentType("application/json").header("Idempotency-Key", "k1").header("If-Match", "\"1\"")
                .body("{\"programme\":\"clics\"}").post("/api/referrals?dry=a%20b");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.asString()).isEqualTo("{\"id\":1}");
        Listener.Heard heard = referral.last();
        assertThat(heard.method()).isEqualTo("POST");
        assertThat(heard.uri()).isEqualTo("/api/referrals?dry=a%20b");
        assertThat(heard.body().toString()).isEqualTo("{\"programme\":\"clics\"}");
        assertThat(heard.headers().get("Idempotency-Key")).isEqualTo("k1");
        assertThat(heard.headers().get("If-Match")).isEqualTo("\"1\"");
        assertThat(heard.headers().get("Authorization")).startsWith("Bearer ");
    }

    @Test
    void each_path_goes_to_the_service_that_owns_it() {
        BehindTheGateway.service("reporting").answersOk();
        BehindTheGateway.service("directory").answersOk();
        partner().get("/api/programmes");
        assertThat(BehindTheGateway.service("reporting").last().uri()).isEqualTo("/api/programmes");
        partner().get("/api/programmes/clics");
        assertThat(BehindTheGateway.service("directory").last().uri()).isEqualTo("/api/programmes/clics");
        partner().get("/api/programmes/clics/report?period=2025-Q2");
        assertThat(BehindTheGateway.service("reporting").last().uri()).isEqualTo("/api/programmes/clics/report?period=2025-Q2");
    }

    @Test
    void internal_headers_from_outside_are_stripped() {
        partner().header("X-Kith-Practice", "KITH-NLW-01").header("x-kith-anything", "x").header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "elsewhere").header("Forwarded", "for=10.0.0.1").header("X-Real-IP", "10.0.0.1")
                .header("X-HTTP-Method-Override", "DELETE").header("Cookie", "a=b").header("Proxy-Authorization", "x")
                .header("X-Original-URL", "/internal").get("/api/referrals");
        assertThat(referral.last().headers().names().stream().map(String::toLowerCase))
                .doesNotContain("x-kith-practice", "x-kith-anything", "x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip",
                        "x-http-method-override", "cookie", "proxy-authorization", "x-original-url");
    }

    @Test
    void headers_of_the_connection_are_not_carried_on() throws IOException {
        RawHttp.exchange("GET /api/referrals HTTP/1.1\r\nHost: localhost\r\nConnection: close, X-Secret-Hop\r\nX-Secret-Hop: 1\r\nTE: trailers\r\n"
                + "Upgrade: websocket\r\nAuthorization: Bearer " + BehindTheGateway.token("partner") + "\r\n\r\n" + LAST);
        assertThat(referral.last().headers().names().stream().map(String::toLowerCase)).doesNotContain("x-secret-hop", "te", "upgrade");
    }

    @Test
    void a_connection_is_not_upgraded_to_http_2_in_clear_text() throws IOException {
        String answer = RawHttp.exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n" + LAST);
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_correlation_id_is_kept_when_it_is_one_and_made_when_not() {
        String id = UUID.randomUUID().toString();
        assertThat(partner().header("X-Correlation-Id", id).get("/api/referrals").header("X-Correlation-Id")).isEqualTo(id);
        assertThat(referral.last().headers().getAll("X-Correlation-Id")).containsExactly(id);
        String made = partner().header("X-Correlation-Id", "nonsense").get("/api/referrals").header("X-Correlation-Id");
        assertThat(UUID.fromString(made)).isNotNull();
        assertThat(referral.last().headers().getAll("X-Correlation-Id")).containsExactly(made);
    }

    @Test
    void a_connection_serves_on_after_a_refusal_and_after_an_answer() throws IOException {
        String token = "Authorization: Bearer " + BehindTheGateway.token("partner") + "\r\n";
        String get = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";
        String answers = RawHttp.exchange(get.formatted("/api/referrals", "") + get.formatted("/api/referrals", token)
                + get.formatted("/api/nowhere", token) + get.formatted("/api/referrals", token + "Connection: close\r\n"));
        assertThat(answers.split("HTTP/1\\.1 ")).extracting(answer -> answer.substring(0, Math.min(3, answer.length())))
                .containsExactly("", "401", "200", "404", "200");
    }

    @Test
    void many_bodies_at_once_all_arrive_whole() throws Exception {
        referral.answers((heard, response) -> response.end(heard.body()));
        String token = BehindTheGateway.token("partner");
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String body = "{\"n\":" + i + ",\"text\":\"" + "x".repeat(i * 37 % 9_000) + "\"}";
                answers.add(threads.submit(() -> given().auth().oauth2(token).contentType("application/json").body(body).post("/api/referrals").asString().equals(body)));
            }
            for (Future<Boolean> answer : answers) assertThat(answer.get()).isTrue();
        }
    }

    @Test
    void a_location_is_told_as_the_client_sees_it() {
        String here = "http://127.0.0.1:" + RestAssured.port;
        assertThat(locationOf("/api/referrals/1")).isEqualTo(here + "/api/referrals/1");
        assertThat(locationOf(referral.address() + "/api/referrals/1?x=1")).isEqualTo(here + "/api/referrals/1?x=1");
        assertThat(locationOf("https://elsewhere.example/x")).isEqualTo("https://elsewhere.example/x");
    }

    @Test
    void a_host_that_is_none_does_not_get_into_a_location() throws IOException {
        referral.answers((heard, response) -> response.putHeader("Location", "/api/referrals/1").end());
        String answer = RawHttp.exchange("GET /api/referrals HTTP/1.1\r\nHost: evil\"><x\r\nConnection: close\r\nAuthorization: Bearer "
                + BehindTheGateway.token("partner") + "\r\n\r\n");
        assertThat(answer).doesNotContain("evil");
    }

    @Test
    void what_a_service_says_about_itself_stays_inside() {
        referral.answers((heard, response) -> response.putHeader("Server", "inner/1").putHeader("X-Kith-Inner", "1").putHeader("Connection", "X-Y").putHeader("X-Y", "1").end("x"));
        Response answer = partner().get("/api/referrals");
        assertThat(answer.headers().asList().stream().map(header -> header.getName().toLowerCase())).doesNotContain("server", "x-kith-inner", "x-y");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void problems_of_a_service_come_through_as_they_are() {
        referral.answers((heard, response) -> response.setStatusCode(422).putHeader("Content-Type", "application/problem+json").end("{\"status\":422}"));
        Response answer = partner().contentType("application/json").body("{}").post("/api/referrals");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void a_long_answer_is_carried_whole() {
        String long_ = "x".repeat(3_000_000);
        referral.answers((heard, response) -> response.setChunked(true).end(long_));
        assertThat(partner().get("/api/referrals").asString()).hasSize(3_000_000);
    }

    @Test
    void head_and_no_content_have_no_body() {
        referral.answers((heard, response) -> response.putHeader("Content-Length", "5").end());
        Response head = partner().head("/api/referrals");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("5");
        referral.answers((heard, response) -> response.setStatusCode(204).end());
        assertThat(partner().delete("/api/referrals/1").statusCode()).isEqualTo(204);
    }

    @Test
    void a_body_above_a_mebibyte_is_refused_whether_it_says_so_or_not() throws IOException {
        Response told = partner().contentType("application/json").body("x".repeat(1_100_000)).post("/api/referrals");
        assertThat(told.statusCode()).isEqualTo(413);
        String chunk = Integer.toHexString(200_000) + "\r\n" + "x".repeat(200_000) + "\r\n";
        String untold = RawHttp.exchange("POST /api/referrals HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                + BehindTheGateway.token("partner") + "\r\n\r\n" + chunk.repeat(6) + "0\r\n\r\n");
        assertThat(untold).startsWith("HTTP/1.1 413");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void a_post_whose_answer_is_lost_is_not_sent_again() {
        referral.answers((heard, response) -> response.reset());
        Response answer = partner().contentType("application/json").body("{}").post("/api/referrals");
        unavailable(answer);
        assertThat(referral.heard()).hasSize(1);
    }

    @Test
    void a_service_that_says_nothing_is_given_up() {
        referral.answers((heard, response) -> {});
        unavailable(partner().get("/api/referrals"));
    }

    @Test
    void a_service_that_is_away_answers_503_and_is_found_again_when_it_is_back() {
        referral.goAway();
        try {
            for (int i = 0; i < 8; i++) unavailable(partner().get("/api/referrals"));
        } finally {
            referral.comeBack();
        }
        await().until(() -> partner().get("/api/referrals").statusCode() == 200);
    }

    private String locationOf(String said) {
        referral.answers((heard, response) -> response.putHeader("Location", said).end());
        return given().redirects().follow(false).auth().oauth2(BehindTheGateway.token("partner")).get("/api/referrals").header("Location");
    }

    private static void unavailable(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private static RequestSpecification partner() {
        return given().auth().oauth2(BehindTheGateway.token("partner"));
    }
}
