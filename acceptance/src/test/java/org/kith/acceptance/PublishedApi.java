package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds each request and answer of the tests against the OpenAPI document that the gateway publishes. */
final class PublishedApi implements Filter {
    private static PublishedApi read;

    private final JsonNode paths;

    private PublishedApi(JsonNode paths) {
        this.paths = paths;
    }

    static synchronized PublishedApi of(Platform platform) {
        if (read == null) {
            var document = given().baseUri(platform.gateway()).get("/openapi.json").then().statusCode(200).extract().asString();
            read = new PublishedApi(Kith.json(document).path("paths"));
        }
        return read;
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var method = request.getMethod().toLowerCase(Locale.ROOT);
        var operation = operation(method, URI.create(request.getURI()).getPath());
        assertThat(operation)
                .as("the published OpenAPI document has %s %s", request.getMethod(), request.getURI())
                .isNotNull();
        if (answer.statusCode() < 400)
            assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .as("the published answers of %s %s", request.getMethod(), request.getURI())
                    .contains(Integer.toString(answer.statusCode()));
        return answer;
    }

    private JsonNode operation(String method, String path) {
        var templates = paths.fieldNames();
        JsonNode found = null;
        while (templates.hasNext()) {
            var template = templates.next();
            var pattern = Pattern.compile(template.replace("$", "\\$").replaceAll("\\{[^/]+}", "[^/]+"));
            if (pattern.matcher(path).matches() && paths.path(template).has(method)) {
                if (!template.contains("{")) return paths.path(template).path(method);
                found = paths.path(template).path(method);
            }
        }
        return found;
    }
}
