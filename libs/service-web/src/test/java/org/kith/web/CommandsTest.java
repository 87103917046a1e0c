package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.web.idempotency.IdempotencyKeys;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class CommandsTest {
    @Inject IdempotencyKeys keys;

    @Inject Pool pool;

    @Test
    void a_command_without_a_key_is_done_each_time() {
        assertThat(location(open(null, "a"))).isNotEqualTo(location(open(null, "a")));
    }

    @Test
    void the_same_key_and_body_get_the_same_answer() {
        String key = UUID.randomUUID().toString();
        Response first = open(key, "a");
        Response again = open(key, "a");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.header("Location")).startsWith("/api/tallies/");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void the_same_key_with_another_body_or_path_is_refused() {
        String key = UUID.randomUUID().toString();
        Response first = open(key, "a");
        assertProblem(open(key, "b"), 422, "idempotency-key-reused");
        assertProblem(as("account-1").header("Idempotency-Key", key).post(location(first) + "/count"), 422, "idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_its_caller() {
        String key = UUID.randomUUID().toString();
        Response other = as("account-2").header("Idempotency-Key", key).contentType("application/json").body("{\"name\":\"a\"}").post("/api/tallies");
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(location(open(key, "a"))).isNotEqualTo(location(other));
    }

    @Test
    void simultaneous_twins_get_one_answer() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(16, () -> open(key, "a"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201));
        assertThat(answers.stream().map(CommandsTest::location).collect(Collectors.toSet())).hasSize(1);
    }

    @Test
    void simultaneous_twins_of_a_change_change_once() throws Exception {
        String tally = location(open(null, "a"));
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(8, () -> as("account-1").header("Idempotency-Key", key).post(tally + "/count"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.jsonPath().getInt("count")).isEqualTo(1);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        });
    }

    @Test
    void a_retry_after_the_state_moved_on_still_gets_its_first_answer() {
        String tally = location(open(null, "a"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) as("account-1").post(tally + "/count");
        Response last = as("account-1").header("Idempotency-Key", key).post(tally + "/count");
        assertThat(last.jsonPath().getInt("count")).isEqualTo(3);
        assertThat(as("account-1").header("Idempotency-Key", key).post(tally + "/count").asString()).isEqualTo(last.asString());
        assertProblem(as("account-1").post(tally + "/count"), 409, "full");
        assertProblem(as("account-1").header("Idempotency-Key", UUID.randomUUID()).post(tally + "/count"), 409, "full");
    }

    @Test
    void a_stale_retry_still_gets_its_first_answer() {
        String tally = location(open(null, "a"));
        String key = UUID.randomUUID().toString();
        Response first = as("account-1").header("Idempotency-Key", key).header("If-Match", "\"1\"").post(tally + "/count-carefully");
        assertThat(first.statusCode()).isEqualTo(200);
        Response again = as("account-1").header("Idempotency-Key", key).header("If-Match", "\"1\"").post(tally + "/count-carefully");
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void if_match_is_kept() {
        String tally = location(open(null, "a"));
        assertProblem(as("account-1").post(tally + "/count-carefully"), 428, "if-match-required");
        assertProblem(as("account-1").header("If-Match", "\"7\"").post(tally + "/count-carefully"), 412, "stale");
        assertProblem(as("account-1").header("If-Match", "W/\"1\"").post(tally + "/count-carefully"), 412, "stale");
        assertThat(as("account-1").header("If-Match", "\"9\", \"1\"").post(tally + "/count-carefully").statusCode()).isEqualTo(200);
        assertThat(as("account-1").header("If-Match", "*").post(tally + "/count-carefully").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "naïve", ""})
    void a_key_of_other_characters_is_refused(String key) {
        assertProblem(open(key, "a"), 400, "idempotency-key");
    }

    @Test
    void a_key_is_bounded() {
        assertThat(open("k".repeat(255), UUID.randomUUID().toString()).statusCode()).isIn(201, 422);
        assertProblem(open("k".repeat(256), "a"), 400, "idempotency-key");
    }

    @Test
    void a_key_is_forgotten_after_its_time() {
        String key = UUID.randomUUID().toString();
        Response first = open(key, "a");
        keys.purge(Instant.now().minus(Duration.ofDays(7))).await().atMost(Duration.ofSeconds(10));
        assertThat(location(open(key, "a"))).isEqualTo(location(first));
        keys.purge(Instant.now().plusSeconds(60)).await().atMost(Duration.ofSeconds(10));
        assertThat(location(open(key, "a"))).isNotEqualTo(location(first));
    }

    @Test
    void what_was_sent_is_not_stored() {
        String name = "Zebedee-" + UUID.randomUUID();
        open(UUID.randomUUID().toString(), name);
        String stored = pool.query("SELECT string_agg(k::text, '') FROM idempotency_key k").execute().await().atMost(Duration.ofSeconds(10))
                .iterator().next().getString(0);
        assertThat(stored).contains("/api/tallies/").doesNotContain(name);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) futures.add(threads.submit(call));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) results.add(future.get());
            return results;
        }
    }

    private static Response open(String key, String name) {
        RequestSpecification request = as("account-1").contentType("application/json").body("{\"name\":\"" + name + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/tallies");
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(TestIssuer.sign(TestIssuer.claims("referrer").subject(subject), "first"));
    }

    private static String location(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
