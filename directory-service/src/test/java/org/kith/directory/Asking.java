package org.kith.directory;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.kith.testsupport.Tokens;

/** Requests to the service under test, with real tokens. */
final class Asking {
    private Asking() {}

    static RequestSpecification as(String client) {
        return given().header("Authorization", Tokens.bearer(client)).contentType("application/json");
    }

    static Response put(String client, String path, Object body) {
        return as(client).body(body).put(path);
    }

    static Response post(String client, String path, Object body) {
        return post(client, path, body, UUID.randomUUID().toString());
    }

    static Response post(String client, String path, Object body, String key) {
        return as(client).header("Idempotency-Key", key).body(body).post(path);
    }

    static Response get(String client, String path) {
        return as(client).get(path);
    }
}
