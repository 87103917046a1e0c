package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator lets a partner's system and a practice in, limits them, changes their secrets and shuts them out, over the API alone. */
class PartnersTest {
    private static final String NORFOLK = "norfolk-living-well";
    private final Platform platform = Platform.started();
    private final Kith administrator = Kith.as("administrator");
    private final String name = "onboarded-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Tag("D10")
    void a_system_refers_with_its_own_credentials_within_its_areas_until_it_is_suspended() {
        var key = UUID.randomUUID().toString();
        var body = """
            {"kind": "system", "name": "Example Care Records", "organisation": "%s",
             "access": [{"programme": "%s", "areas": ["swaffham"]}]}""".formatted(name, NORFOLK);
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
