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
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds each request and answer of the tests against the OpenAPI document that the gateway publishes. */
final class PublishedApi implements Filter {
    private static PublishedApi read;

    private final List<Path> paths;

    /** @param form of the addresses that the template stands for */
    private record Path(String template, Pattern form, JsonNode operations) {}

    private PublishedApi(JsonNode paths) {
        this.paths = paths.properties().stream().map(path -> new Path(path.getKey(), form(path.getKey()), path.getValue())).toList();
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
        JsonNode found = null;
        for (var one : paths) {
            if (one.operations().has(method) && one.form().matcher(path).matches()) {
                found = one.operations().path(method);
                if (!one.template().contains("{")) return found;
            }
        }
        return found;
    }

    private static Pattern form(String template) {
        return Pattern.compile(template.replace("$", "\\$").replaceAll("\\{[^/]+}", "[^/]+"));
    }
}
