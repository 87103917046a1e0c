package org.kith.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final String PROBLEM = "#/components/schemas/Problem";
    private final Completion completion = new Completion(
            read("""
            {"query": {"limit": {"description": "Most items.", "schema": {"maximum": 200}}}, "path": {"/api/funds/{id}": {"description": "Id of the fund.", "example": "f"}}}"""),
            read("""
            {"Grant": {"type": "object", "properties": {"title": {"type": "string", "examples": ["Hall"]}, "note": {"type": "string"},
            "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}}}, "Line": {"type": "object", "properties": {"pence": {"type": "integer", "examples": [5]}}}}"""));

    @Test
    void any_one_of_the_roles_is_enough() {
        var operation = completed("/api/funds", "get", "{\"security\": [{\"whatever\": [\"worker\", \"funder\"]}]}");
        assertThat(operation.path("security")).isEqualTo(read("[{\"token\": [\"funder\"]}, {\"token\": [\"worker\"]}]"));
    }

    @Test
    void parameters_say_what_they_mean_and_what_they_may_be() {
        var operation = completed("/api/funds/{id}", "get", """
                {"parameters": [{"name": "id", "in": "path", "schema": {"type": "string"}}, {"name": "limit", "in": "query", "schema": {"type": "integer"}}]}""");
        assertThat(operation.at("/parameters/0/description").asText()).isEqualTo("Id of the fund.");
        assertThat(operation.at("/parameters/0/example").asText()).isEqualTo("f");
        assertThat(operation.at("/parameters/1/schema")).isEqualTo(read("{\"type\": \"integer\", \"maximum\": 200}"));
    }

    @Test
    void a_body_brings_its_example_its_headers_and_the_ways_in_which_it_is_refused() {
        var operation = completed("/api/funds/{id}/grants", "post", body("{\"201\": {\"description\": \"Created\"}}"));
        assertThat(operation.at("/requestBody/content/application~1json/example")).isEqualTo(read("{\"title\": \"Hall\", \"lines\": [{\"pence\": 5}]}"));
        assertThat(operation.path("parameters").findValuesAsText("$ref")).containsExactly("#/components/parameters/IdempotencyKey", "#/components/parameters/IfMatch");
        assertThat(operation.path("responses").fieldNames()).toIterable()
                .containsExactly("201", "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "503", "default");
        assertThat(operation.at("/responses/201/headers").fieldNames()).toIterable().containsExactly("Location", "ETag");
    }

    @Test
    void a_service_that_refuses_without_an_if_match_makes_it_required() {
        var operation = completed("/api/funds/{id}", "put", body("{\"428\": {\"description\": \"If-Match, please\"}}"));
        assertThat(operation.path("parameters").findValuesAsText("$ref")).containsExactly("#/components/parameters/IfMatchRequired");
    }

    @Test
    void what_a_service_says_of_a_refusal_stands_and_gets_the_problems_schema() {
        var operation = completed("/api/funds", "get", "{\"responses\": {\"409\": {\"description\": \"No money left\"}}}");
        assertThat(operation.at("/responses/409/description").asText()).isEqualTo("No money left");
        assertThat(operation.at("/responses/409/content/application~1problem+json/schema/$ref").asText()).isEqualTo(PROBLEM);
        assertThat(operation.at("/responses/401/$ref").asText()).isEqualTo("#/components/responses/Unauthenticated");
    }

    private ObjectNode completed(String path, String method, String operation) {
        var described = (ObjectNode) read(operation);
        completion.complete(path, method, described);
        return described;
    }

    private static String body(String responses) {
        return "{\"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Grant\"}}}}, \"responses\": " + responses + "}";
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }
}
