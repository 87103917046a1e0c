package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.WebhookReceiver;

/** An administrator lets a partner's system and a practice in, limits them, changes their secrets and shuts them out, over the API alone. */
class PartnersTest {
    private static final int LET_IN = 6;
    private static final int ROTATED = 3;
    private static final int EARLY = 4;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String NORFOLK = "norfolk-living-well";
    private final Platform platform = Platform.started();
    private final Kith administrator = Kith.as("administrator");
    private final String name = "onboarded-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Tag("D10")
    void a_system_refers_with_its_own_credentials_within_its_areas_until_it_is_suspended() {
        var key = UUID.randomUUID().toString();
        var body = system(name);
        var made = administrator.post("/api/partners", body, key).then().statusCode(201).extract().jsonPath();
        assertThat(administrator.post("/api/partners", body, key).then().statusCode(201).extract().jsonPath().getString("secret")).isEqualTo(made.getString("secret"));
        var token = token(made, made.getString("secret")).then().statusCode(200).extract().jsonPath().getString("access_token");

        Eventually.holds(() -> refused(refer(token, Referrals.to("clics", "CP4", People.someone())), 422, "programme"));
        Eventually.holds(() -> refused(refer(token, Referrals.to(NORFOLK, "fens", People.someone())), 422, "area"));
        var before = referrals();
        var referral = refer(token, Referrals.toNorfolk(People.someone()));
        referral.then().statusCode(201);
        Eventually.is(PartnersTest::referrals, before.add(BigDecimal.ONE));

        var address = "/api/partners/" + made.getString("id");
        administrator.post(address + "/suspend", "{\"reason\": \"secret-leaked\"}").then().statusCode(200);
        assertThat(refer(token, Referrals.toNorfolk(People.someone())).then().statusCode(403).extract().jsonPath().getString("code")).isEqualTo("suspended");
        with(token).get(referral.header("Location")).then().statusCode(403);
        token(made, made.getString("secret")).then().statusCode(401);

        var rotated = administrator.post(address + "/rotate", "{}").then().statusCode(200).extract().jsonPath();
        administrator.post(address + "/resume", "{}").then().statusCode(200);
        token(made, made.getString("secret")).then().statusCode(401);
        var renewed = token(rotated, rotated.getString("secret")).then().statusCode(200).extract().jsonPath().getString("access_token");
        Eventually.holds(() -> refer(renewed, Referrals.toNorfolk(People.someone())).then().statusCode(201));
        var secrets = new String[] {made.getString("secret"), rotated.getString("secret")};
        for (var secret : secrets) assertThat(platform.rowsWith("directory", secret)).as("rows of the directory service").isZero();
        assertThat(Disk.filesWith(platform.data().resolve("kafka"), secrets)).isEmpty();
        assertThat(Disk.filesWith(platform.logs(), secrets)).isEmpty();
        assertThat(platform.rowsWith("directory", name)).as("what the search finds").isPositive();
        assertThat(Kith.as("steward").get(address + "/history").jsonPath().getList("done.type"))
                .containsExactly("partner.onboarded", "partner.suspended", "partner.credentials-rotated", "partner.resumed");
    }

    @Test
    @Tag("D10")
    void a_practice_delivers_with_its_own_secret_with_the_old_one_beside_the_new_and_with_none_while_suspended() {
        var code = "T-" + name.toUpperCase(Locale.ROOT);
        administrator.put("/api/practices/" + code, """
            {"name": "Example Surgery", "codeOrigin": "kith-local", "kind": "practice",
             "clusters": [{"programme": "%s", "cluster": "swaffham", "from": "2018-02-01"}]}""".formatted(NORFOLK)).then().statusCode(201);
        var made = administrator.post("/api/partners", """
            {"kind": "practice", "name": "Example Surgery", "practice": "%s", "access": [{"programme": "%s", "areas": ["swaffham"]}]}"""
                .formatted(code, NORFOLK)).then().statusCode(201).extract().jsonPath();
        var url = platform.gateway() + made.getString("webhook");
        var first = new Practice(code, made.getString("secret"), url);
        Eventually.holds(() -> deliver(first, code).then().statusCode(202));
        assertThat(first.deliver(first.sign(Referrals.asWebhook(Referrals.to("clics", "CP4", People.someone())))).statusCode()).isEqualTo(422);

        var address = "/api/partners/" + made.getString("id");
        var rotated = administrator.post(address + "/rotate", "{\"overlapSeconds\": 3}").then().statusCode(200).extract().jsonPath();
        var overlapEnds = Instant.now().plusSeconds(3);
        var second = new Practice(code, rotated.getString("secret"), url);
        deliver(second, code).then().statusCode(202);
        assertThat(deliver(first, code).statusCode()).as("the old secret, before " + overlapEnds).isEqualTo(202);
        Eventually.holds(() -> deliver(first, code).then().statusCode(401));
        assertThat(Instant.now()).isAfterOrEqualTo(overlapEnds.minusSeconds(1));

        administrator.post(address + "/suspend", "{\"reason\": \"other\"}").then().statusCode(200);
        deliver(second, code).then().statusCode(401);
        administrator.post(address + "/resume", "{}").then().statusCode(200);
        deliver(second, code).then().statusCode(202);
        var secrets = new String[] {made.getString("secret"), rotated.getString("secret")};
        assertThat(Disk.filesWith(platform.data(), secrets)).as("databases, topics, configuration").isEmpty();
        assertThat(Disk.filesWith(platform.logs(), secrets)).isEmpty();
    }

    @Test
    @Tag("D10")
    void a_system_is_told_after_its_suspension_what_became_of_its_referrals_meanwhile_and_nothing_during_it() {
        var made = administrator.post("/api/partners", system(name)).then().statusCode(201).extract().jsonPath();
        var token = token(made, made.getString("secret")).then().statusCode(200).extract().jsonPath().getString("access_token");
        var endpoint = UUID.randomUUID();
        try (var receiver = new WebhookReceiver()) {
            var wanted = "{\"url\": \"%s\", \"kinds\": [\"referral.accepted\", \"referral.first-contact\", \"referral.closed\"]}".formatted(receiver.url());
            Eventually.holds(() -> with(token).body(wanted).put("/api/webhook-endpoints/" + endpoint).then().statusCode(201));
            Staff.workerCovers(NORFOLK, "swaffham");
            var one = new Case(NORFOLK, refer(token, Referrals.toNorfolk(People.someone())).then().statusCode(201).extract().header("Location"));
            one.step("coordinator", "accept", "{}");
            one.step("coordinator", "allocate", "{}");
            Eventually.holds(() -> assertThat(states(endpoint)).containsExactly("delivered"));

            var address = "/api/partners/" + made.getString("id");
            administrator.post(address + "/suspend", "{\"reason\": \"other\"}").then().statusCode(200);
            Eventually.holds(() -> with(token).baseUri(platform.url("referral")).get(one.address()).then().statusCode(403));
            one.record("contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
            one.step("worker", "close", "{\"outcome\": \"goals-met\"}");
            Eventually.holds(() -> assertThat(states(endpoint)).containsExactly("pending", "pending", "delivered"));
            Awaitility.await().during(Duration.ofMillis(1_500)).until(() -> receiver.received().size() == 1);

            administrator.post(address + "/resume", "{}").then().statusCode(200);
            Eventually.holds(() -> assertThat(states(endpoint)).containsExactly("delivered", "delivered", "delivered"));
            assertThat(receiver.received()).extracting(each -> Kith.json(each.body()).path("type").asText())
                    .containsExactly("referral.accepted", "referral.first-contact", "referral.closed");
            administrator.request().delete("/api/webhook-endpoints/" + endpoint).then().statusCode(204);
        }
    }

    /** Of a new system or for one that is there already: a request for credentials. */
    private record Sent(String path, String body, String key) {
        static Sent of(String path, String body) {
            return new Sent(path, body, UUID.randomUUID().toString());
        }
    }

    @Test
    @Tag("kill")
    void what_a_kill_cuts_short_while_systems_are_let_in_is_finished_by_the_same_requests() throws Exception {
        long seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("onboarding killed, -Dkith.seed=" + seed);
        var random = new Random(seed);
        long before = platform.stored("directory", "partner.onboarded");
        var known = new ArrayList<JsonPath>();
        for (int i = 0; i < ROTATED; i++) known.add(administrator.post("/api/partners", system(name + "-old-" + i)).then().statusCode(201).extract().jsonPath());
        var requests = new ArrayList<Sent>();
        for (var each : known) requests.add(Sent.of("/api/partners/" + each.getString("id") + "/rotate", "{}"));
        for (int i = 0; i < LET_IN; i++) requests.add(Sent.of("/api/partners", system(name + "-new-" + i)));
        Collections.shuffle(requests, random);

        var keycloak = new Keycloak();
        // not to be renewed while nobody gives any
        var token = Tokens.fresh(platform, "administrator");
        with(token).get("/api/partners").then().statusCode(200);
        var keycloakProcess = platform.process("keycloak");
        var directory = platform.process("directory");
        var again = new CountDownLatch(1);
        var answers = new ArrayList<Future<JsonPath>>();
        var credentials = new ArrayList<JsonPath>();
        try (var clients = Executors.newFixedThreadPool(requests.size())) {
            requests.subList(0, EARLY).forEach(each -> answers.add(clients.submit(() -> untilAnswered(each, token, again))));
            LockSupport.parkNanos(random.nextLong(PAUSE.toNanos()));
            // what comes from now on is committed and gets no further; the earlier ones are wherever they are
            try (var _ = Paused.now(keycloakProcess)) {
                requests.subList(EARLY, requests.size()).forEach(each -> answers.add(clients.submit(() -> untilAnswered(each, token, again))));
                Awaitility.await().until(() -> letIn("-new-") == LET_IN);
                directory.destroyForcibly();
                Awaitility.await().until(() -> !directory.isAlive());
            }
            int half = LET_IN - keycloak.clients(name + "-new-").size();
            again.countDown();
            for (var each : answers) credentials.add(each.get(2, TimeUnit.MINUTES));
            assertThat(half).as("let in, and unknown to the identity provider").isPositive();
        }
        for (var each : credentials) token(each, each.getString("secret")).then().statusCode(200);
        for (var each : known) token(each, each.getString("secret")).then().statusCode(401);
        assertThat(letIn("")).isEqualTo(ROTATED + LET_IN);
        assertThat(platform.stored("directory", "partner.onboarded")).isEqualTo(before + ROTATED + LET_IN);
        assertThat(keycloak.clients(name)).hasSize(ROTATED + LET_IN).doesNotHaveDuplicates();
    }

    /** As a careful client does: where no answer came, or that there will be one later, the same again. */
    private JsonPath untilAnswered(Sent sent, String token, CountDownLatch again) throws InterruptedException {
        while (true) {
            var answer = attempt(sent, token);
            if (answer != null && answer.statusCode() < 500) {
                assertThat(answer.statusCode()).as(sent.path()).isBetween(200, 201);
                return answer.jsonPath();
            }
            assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private @Nullable Response attempt(Sent sent, String token) {
        try {
            return with(token).header("Idempotency-Key", sent.key()).body(sent.body()).post(sent.path());
        } catch (Exception broken) {
            return null;
        }
    }

    /** How many of the test's partners are in the directory's store. */
    private int letIn(String part) throws SQLException {
        try (var connection = platform.database("directory"); var query = connection.prepareStatement("SELECT count(DISTINCT id) FROM partner WHERE code LIKE ?")) {
            query.setString(1, name + part + "%");
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private List<String> states(UUID endpoint) {
        return administrator.request().queryParam("endpoint", endpoint.toString()).get("/api/webhook-deliveries").then().statusCode(200).extract().jsonPath()
                .getList("items.state");
    }

    private static String system(String organisation) {
        return """
            {"kind": "system", "name": "Example Care Records", "organisation": "%s",
             "access": [{"programme": "%s", "areas": ["swaffham"]}]}""".formatted(organisation, NORFOLK);
    }

    private static Response deliver(Practice practice, String code) {
        var referral = Referrals.toNorfolk(People.someone()).replace(Referrals.NORFOLK_PRACTICE, code);
        return practice.deliver(practice.sign(Referrals.asWebhook(referral)));
    }

    private static void refused(Response answer, int status, String field) {
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
    }

    private Response refer(String token, String body) {
        return with(token).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/referrals");
    }

    private RequestSpecification with(String token) {
        return given().baseUri(platform.gateway()).auth().preemptive().oauth2(token).contentType("application/json");
    }

    private static Response token(JsonPath made, String secret) {
        return given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", made.getString("clientId"))
                .formParam("client_secret", secret)
                .post(made.getString("tokens"));
    }

    private static BigDecimal referrals() {
        return Kith.as("programme-manager").indicator(NORFOLK, "referrals-received", "");
    }
}
