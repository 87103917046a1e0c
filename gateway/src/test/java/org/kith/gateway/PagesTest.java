package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class PagesTest {

    @Test
    void the_joined_document_is_published_as_json_and_yaml() {
        for (String service : new String[] {"directory", "volunteer", "outcomes", "reporting"})
            BehindTheGateway.service(service).answers((heard, response) -> response.end("{\"openapi\":\"3.1.0\",\"paths\":{}}"));
        BehindTheGateway.service("referral").answers((heard, response) -> response.end("""
                {"openapi": "3.1.0", "paths": {"/internal/webhook-referrals": {"post": {}}, "/api/referrals": {"post": {"requestBody": {"content":
                {"application/json": {"schema": {"$ref": "#/components/schemas/NewReferral"}}}}, "responses": {"201": {"description": "made"}}}}},
                "components": {"schemas": {"NewReferral": {"type": "object"}}}}"""));
        Response json = given().get("/openapi.json");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.jsonPath().getMap("paths").keySet().stream().map(Object::toString)).contains("/api/referrals", "/webhooks/practices/{code}")
                .noneMatch(path -> path.startsWith("/internal"));
        assertThat(json.jsonPath().getString("paths.'/webhooks/practices/{code}'.post.requestBody.content.'application/json'.schema.oneOf[0].properties.data.'$ref'"))
                .isEqualTo("#/components/schemas/NewReferral");
        assertThat(BehindTheGateway.service("referral").last().uri()).isEqualTo("/q/openapi");
        Response yaml = given().get("/openapi.yaml");
        assertThat(yaml.contentType()).startsWith("application/yaml");
        assertThat(yaml.asString()).contains("openapi: \"3.1.0\"", "/api/referrals:");
    }

    @Test
    void a_browser_gets_a_page_and_anything_else_json() {
        Response page = given().accept("text/html,application/xhtml+xml").get("/");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("Kith", "href=\"/docs\"");
        Response json = given().accept("application/json").get("/");
        assertThat(json.jsonPath().getString("name")).isEqualTo("Kith");
        assertThat(json.jsonPath().getString("openapi")).endsWith("/openapi.json");
    }

    @Test
    void a_page_is_read_and_nothing_else() {
        assertThat(given().head("/docs").statusCode()).isEqualTo(200);
        Response posted = given().contentType("application/json").body("{}").post("/docs");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.contentType()).startsWith("application/problem+json");
        assertThat(posted.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void pages_load_nothing_from_elsewhere() {
        for (String path : new String[] {"/docs", "/docs/docs.js", "/docs/schema.js", "/docs/docs.css", "/kith.css", "/"}) {
            Response answer = given().accept("text/html").get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'").doesNotContain("unsafe", "http");
            assertThat(answer.asString()).doesNotContain("http://", "https://", "innerHTML", "style=", "onclick");
        }
    }
}
