package org.kith.acceptance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.UUID;

/** A client of Kith with one account's token: the only way in which these tests speak to the platform. */
final class Kith {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final String client;

    private Kith(Platform platform, String client) {
        this.platform = platform;
        this.client = client;
    }

    /** @param client a name under {@code clients} of {@code ./kith status --json} */
    static Kith as(String client) {
        return new Kith(Platform.started(), client);
    }

    RequestSpecification request() {
        return given()
                .filter(PublishedApi.of(platform))
                .baseUri(platform.gateway())
                .auth().preemptive().oauth2(Tokens.of(platform, client))
                .contentType("application/json");
    }

    Response get(String path) {
        return request().get(path);
    }

    /** One command with a key of its own. */
    Response post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Response post(String path, String body, String key) {
        return request().header("Idempotency-Key", key).body(body).post(path);
    }

    /** A command on what stands at {@code address}, with the version that is current now. */
    Response command(String address, String verb, String body) {
        var etag = get(address).then().statusCode(200).extract().header("ETag");
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body(body)
                .post(address + "/" + verb);
    }

    Response put(String path, String body) {
        return request().body(body).put(path);
    }

    JsonNode report(String programme, String query) {
        return json(get("/api/programmes/" + programme + "/report" + query).then().statusCode(200).extract().asString());
    }

    /** The value of one indicator over the programme's present year, or the given area of it. */
    BigDecimal indicator(String programme, String indicator, String query) {
        for (var one : report(programme, query).path("indicators"))
            if (one.path("id").asText().equals(indicator)) return new BigDecimal(one.path("value").asText("0"));
        throw new IllegalArgumentException(programme + " has no indicator " + indicator);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
