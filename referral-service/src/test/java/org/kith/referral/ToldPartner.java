package org.kith.referral;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.kith.testsupport.Tokens;
import org.kith.testsupport.WebhookReceiver;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** A partner who refers somebody and listens to what becomes of it. */
final class ToldPartner implements AutoCloseable {
    static final String ALL = "[\"referral.accepted\", \"referral.declined\", \"referral.first-contact\", \"referral.closed\"]";

    final String endpoint = "/api/webhook-endpoints/" + UUID.randomUUID();
    final Sample.Person person = Sample.person();
    private final WebhookReceiver receiver = new WebhookReceiver();

    /** @return the endpoint's secret */
    String register(String format) {
        return register(format, ALL);
    }

    String register(String format, String kinds) {
        return put("partner", format, kinds).then().statusCode(201).extract().path("secret");
    }

    Response put(String client, String format, String kinds) {
        return put(client, format, kinds, "");
    }

    Response put(String client, String format, String kinds, String more) {
        return as(client).body("{%s\"url\": \"%s\", \"kinds\": %s, \"format\": \"%s\"}".formatted(more, url(), kinds, format)).put(endpoint);
    }

    String url() {
        return receiver.url();
    }

    void answers(Function<Received, Answer> next) {
        receiver.answers(next);
    }

    List<Received> received() {
        return receiver.received();
    }

    List<String> kinds() {
        return received().stream().map(one -> JsonPath.from(one.body()).getString("type")).toList();
    }

    JsonPath deliveries() {
        return as("administrator").queryParam("endpoint", id(endpoint)).get("/api/webhook-deliveries").then().statusCode(200).extract().jsonPath();
    }

    JsonPath deliveries(String state) {
        return as("partner").queryParam("endpoint", id(endpoint)).queryParam("state", state).get("/api/webhook-deliveries").then().statusCode(200).extract().jsonPath();
    }

    String refer() {
        return as("partner").body(Sample.referral(person)).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    /** Somebody whom a worker has got. */
    String support() {
        var referral = refer();
        as("coordinator").body("{}").header("If-Match", "*").post(referral + "/accept").then().statusCode(200);
        as("coordinator").body("{}").header("If-Match", "*").post(referral + "/allocate").then().statusCode(200);
        return referral;
    }

    static void decline(String referral) {
        as("coordinator").header("If-Match", "*").body("{\"reason\": \"no-capacity\"}").post(referral + "/decline").then().statusCode(200);
    }

    static void step(String referral, String path, String body) {
        as("worker").header("If-Match", "*").body(body).post(referral + "/" + path).then().statusCode(200);
    }

    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }

    @Override
    public void close() {
        as("administrator").delete(endpoint);
        receiver.close();
    }
}
