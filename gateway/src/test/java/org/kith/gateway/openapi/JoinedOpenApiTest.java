package org.kith.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kith.gateway.routing.RouteTables;

class JoinedOpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final TreeMap<String, JsonNode> services = new TreeMap<>();

    @Test
    void holds_of_each_service_what_is_routed_to_it_and_nothing_else() {
        services.put("directory",
                read("""
                {"paths": {"/api/programmes": {"get": {"summary": "not routed here"}, "put": {"summary": "set up"}}, "/api/programmes/{id}": {"get": {}}, "/internal/x": {"get": {}}}}"""));
        services.put("reporting", read("""
                {"paths": {"/api/programmes": {"get": {"summary": "list"}}, "/q/health": {"get": {}}}}"""));
        JsonNode joined = join();
        assertThat(joined.at("/paths").fieldNames()).toIterable().containsExactlyInAnyOrder("/api/programmes", "/api/programmes/{id}");
        assertThat(joined.at("/paths/~1api~1programmes/get/summary").textValue()).isEqualTo("list");
        assertThat(joined.at("/paths/~1api~1programmes/put/summary").textValue()).isEqualTo("set up");
        assertThat(joined.at("/paths/~1api~1programmes/get/tags/0").textValue()).isEqualTo("reporting");
        assertThat(joined.at("/paths/~1api~1programmes/get/responses/default/$ref").textValue()).isEqualTo("#/components/responses/Problem");
    }

    @Test
    void tells_schemas_of_one_name_apart_and_keeps_references_right() {
        String paths = "\"paths\": {\"%s\": {\"get\": {\"responses\": {\"200\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/%s\"}}}}}}}}";
        services.put("directory", read("{" + paths.formatted("/api/programmes/{id}", "View")
                + ", \"components\": {\"schemas\": {\"View\": {\"type\": \"object\"}, \"Same\": {\"type\": \"string\"}}}}"));
        services.put("reporting", read("{" + paths.formatted("/api/programmes", "View")
                + ", \"components\": {\"schemas\": {\"View\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/components/schemas/View\"}}, \"Same\": {\"type\": \"string\"}}}}"));
        JsonNode joined = join();
        assertThat(joined.at("/components/schemas").fieldNames()).toIterable().containsExactlyInAnyOrder("View", "Same", "ReportingView");
        assertThat(joined.at("/components/schemas/View/type").textValue()).isEqualTo("object");
        assertThat(joined.at("/components/schemas/ReportingView/items/$ref").textValue()).isEqualTo("#/components/schemas/ReportingView");
        assertThat(joined.at("/paths/~1api~1programmes/get/responses/200/content/application~1json/schema/$ref").textValue())
                .isEqualTo("#/components/schemas/ReportingView");
        assertThat(joined.at("/paths/~1api~1programmes~1{id}/get/responses/200/content/application~1json/schema/$ref").textValue())
                .isEqualTo("#/components/schemas/View");
    }

    private ObjectNode join() {
        return JoinedOpenApi.join(
                RouteTables.of(Map.of("directory", List.of("/api/programmes/**", "PUT /api/programmes"), "reporting", List.of("GET /api/programmes"))),
                (ObjectNode) read("{\"openapi\": \"3.1.0\"}"), read("{}"), services);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }
}
