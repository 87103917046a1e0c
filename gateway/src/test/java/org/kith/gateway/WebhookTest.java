package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class WebhookTest {
    private static final String BODY = """
            {"type": "referral.requested", "timestamp": "2026-01-05T10:00:00Z", "data": {"programme": "norfolk-living-well", "practice": "KITH-NLW-01"}}""";
    /** When the deliveries of a test were signed. */
    private final long now = Instant.now().getEpochSecond();
    private final Listener referral = BehindTheGateway.service("referral");

    @BeforeEach
    void listen() {
        referral.answersOk();
        referral.answers((heard, response) -> response.setStatusCode(202).putHeader("Location", "/api/referrals/7").end());
    }

    @Test
    void a_signed_delivery_is_handed_on_as_it_came_and_answered_with_the_referrals_address() {
        Response answer = deliver("KITH-NLW-01", "msg_1", BODY, sign(BehindTheGateway.FIRST_SECRET, "msg_1", BODY));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:" + RestAssured.port + "/api/referrals/7");
        Listener.Heard heard = referral.last();
        assertThat(heard.method() + " " + heard.uri()).isEqualTo("POST /internal/webhook-referrals");
        assertThat(heard.body().toString()).isEqualTo(BODY);
        assertThat(heard.headers().get("X-Kith-Practice")).isEqualTo("KITH-NLW-01");
        assertThat(heard.headers().get("Idempotency-Key")).isEqualTo("KITH-NLW-01:msg_1");
        assertThat(heard.headers().get("X-Correlation-Id")).isEqualTo(answer.header("X-Correlation-Id"));
        String token = heard.headers().get("Authorization").substring("Bearer ".length());
        assertThat(new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]))).getJsonArray("roles").getList())
                .contains("gateway");
    }

    @Test
    void a_referral_that_is_taken_back_is_handed_to_where_that_is_done() {
        String body = "{\"type\": \"referral.cancelled\", \"timestamp\": \"2026-03-02T10:15:30Z\", \"data\": {\"referral\": \"7\", \"reason\": \"no-longer-needed\"}}";
        assertThat(deliver("KITH-NLW-01", body).statusCode()).isEqualTo(202);
        assertThat(referral.last().uri()).isEqualTo("/internal/webhook-cancellations");
        assertThat(referral.last().body().toJsonObject().getJsonObject("data").getString("practice")).isEqualTo("KITH-NLW-01");
    }

    @Test
    void the_standards_own_vector_is_signed_as_it_says() throws Exception {
        assertThat(new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_replay_carries_the_same_key() {
        String signature = sign(BehindTheGateway.FIRST_SECRET, "msg_2", BODY);
        deliver("KITH-NLW-01", "msg_2", BODY, signature);
        deliver("KITH-NLW-01", "msg_2", BODY, signature);
        assertThat(referral.heard()).extracting(heard -> heard.headers().get("Idempotency-Key")).containsExactly("KITH-NLW-01:msg_2", "KITH-NLW-01:msg_2");
        assertThat(referral.heard().get(0).body()).isEqualTo(referral.heard().get(1).body());
    }

    @Test
    void a_delivery_that_names_no_practice_gets_the_addresss() {
        String body = BODY.replace(", \"practice\": \"KITH-NLW-01\"", "");
        assertThat(deliver("KITH-NLW-01", body).statusCode()).isEqualTo(202);
        assertThat(referral.last().body().toJsonObject().getJsonObject("data").getString("practice")).isEqualTo("KITH-NLW-01");
        assertThat(referral.last().body().toJsonObject().getJsonObject("data").getString("programme")).isEqualTo("norfolk-living-well");
    }

    @Test
    void a_delivery_that_names_another_practice_is_refused() {
        Response answer = deliver("KITH-NLW-01", BODY.replace("KITH-NLW-01", "KITH-NLW-02"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).isEqualTo(java.util.List.of("data.practice"));
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void one_of_several_signatures_and_a_retiring_secret_are_enough() {
        String wrong = sign(BehindTheGateway.OTHER_SECRET, "msg_3", BODY);
        String right = sign(BehindTheGateway.RETIRING_SECRET, "msg_3", BODY);
        assertThat(deliver("KITH-NLW-01", "msg_3", BODY, wrong + " " + right).statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_not_signed_by_the_practice_is_refused_and_not_told_apart() {
        String unknown = refused(deliver("KITH-NLW-99", "m", BODY, sign(BehindTheGateway.FIRST_SECRET, "m", BODY)));
        String another = refused(deliver("KITH-NLW-01", "m", BODY, sign(BehindTheGateway.OTHER_SECRET, "m", BODY)));
        String nobodys = refused(deliver("KITH-NLW-99", "m", BODY, sign("whsec_" + "A".repeat(32), "m", BODY)));
        String changed = refused(deliver("KITH-NLW-01", "m", BODY + " ", sign(BehindTheGateway.FIRST_SECRET, "m", BODY)));
        assertThat(unknown).isEqualTo(another).isEqualTo(nobodys).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400})
    void a_delivery_from_more_than_five_minutes_away_is_refused(long seconds) throws Exception {
        long at = now + seconds + Long.signum(seconds) * 2;
        String signature = new Webhook(BehindTheGateway.FIRST_SECRET).sign("m", at, BODY);
        refused(given().contentType("application/json").header("webhook-id", "m").header("webhook-timestamp", at)
                .header("webhook-signature", signature).body(BODY).post("/webhooks/practices/KITH-NLW-01"));
    }

    @Test
    void a_delivery_without_its_headers_or_with_two_of_one_is_refused() {
        refused(given().contentType("application/json").body(BODY).post("/webhooks/practices/KITH-NLW-01"));
        refused(given().contentType("application/json").header("webhook-id", "m", "n").header("webhook-timestamp", now)
                .header("webhook-signature", sign(BehindTheGateway.FIRST_SECRET, "m", BODY)).body(BODY).post("/webhooks/practices/KITH-NLW-01"));
    }

    @Test
    void bytes_that_are_not_text_are_refused() {
        byte[] body = BODY.replace("norfolk", "norf\uFFFD").getBytes(StandardCharsets.UTF_8);
        byte[] swapped = new String(body, StandardCharsets.ISO_8859_1).replace("\u00EF\u00BF\u00BD", "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
        refused(given().contentType("application/json").header("webhook-id", "m").header("webhook-timestamp", now)
                .header("webhook-signature", sign(BehindTheGateway.FIRST_SECRET, "m", new String(body, StandardCharsets.UTF_8)))
                .body(swapped).post("/webhooks/practices/KITH-NLW-01"));
    }

    @Test
    void a_signed_body_that_is_no_referral_is_refused_by_field() {
        assertThat(deliver("KITH-NLW-01", "{\"type\":").statusCode()).isEqualTo(400);
        assertThat(deliver("KITH-NLW-01", "{\"type\":\"referral.requested\",\"data\":{},\"data\":{}}").statusCode()).isEqualTo(400);
        Response answer = deliver("KITH-NLW-01", "{\"type\":\"other\",\"data\":[]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly("type", "data");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void what_the_service_says_about_the_content_comes_through() {
        referral.answers((heard, response) -> response.setStatusCode(422).putHeader("Content-Type", "application/problem+json").end("{\"status\":422,\"code\":\"invalid\"}"));
        Response answer = deliver("KITH-NLW-01", BODY);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 401, 403, 404})
    void what_is_not_the_practices_fault_is_to_be_sent_again(int status) {
        referral.answers((heard, response) -> response.setStatusCode(status).end());
        putOff(deliver("KITH-NLW-01", BODY));
        assertThat(referral.heard()).hasSize(1);
    }

    @Test
    void a_service_that_is_away_or_silent_puts_the_delivery_off() {
        referral.answers((heard, response) -> {});
        putOff(deliver("KITH-NLW-01", BODY));
        referral.answers((heard, response) -> response.reset());
        putOff(deliver("KITH-NLW-01", BODY));
    }

    @Test
    void a_body_above_a_mebibyte_is_refused() {
        assertThat(deliver("KITH-NLW-01", "x".repeat(1_100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void only_a_post_delivers() {
        Response answer = given().get("/webhooks/practices/KITH-NLW-01");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void a_changed_secret_is_good_without_a_restart() throws Exception {
        var file = BehindTheGateway.practices();
        String before = Files.readString(file);
        try {
            String fresh = "whsec_" + Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes());
            Files.writeString(file, "{\"KITH-NLW-03\": {\"secret\": \"" + fresh + "\"}, \"KITH-NLW-04\": {\"secret\": \"none\"}}");
            String body = BODY.replace("KITH-NLW-01", "KITH-NLW-03");
            await().until(() -> deliver("KITH-NLW-03", "m", body, sign(fresh, "m", body)).statusCode() == 202);
            listen();
            refused(deliver("KITH-NLW-01", BODY));
        } finally {
            Files.writeString(file, before);
            await().until(() -> deliver("KITH-NLW-01", BODY).statusCode() != 401);
        }
    }

    private String sign(String secret, String id, String body) {
        try {
            return new Webhook(secret).sign(id, now, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Response deliver(String practice, String body) {
        String id = "msg_" + UUID.randomUUID();
        return deliver(practice, id, body, sign(BehindTheGateway.FIRST_SECRET, id, body));
    }

    private Response deliver(String practice, String id, String body, String signature) {
        return given().contentType("application/json").header("webhook-id", id).header("webhook-timestamp", now)
                .header("webhook-signature", signature).body(body).post("/webhooks/practices/" + practice);
    }

    private String refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(referral.heard()).isEmpty();
        return answer.asString().replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private static void putOff(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
}
