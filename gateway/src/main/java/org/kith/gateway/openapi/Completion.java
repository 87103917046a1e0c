package org.kith.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says of one operation what holds for all of its kind, so that no service has to: which roles may, which headers count, how it
 * is refused, what its parameters mean.
 */
final class Completion {
    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("400", "Unreadable"), Map.entry("401", "Unauthenticated"), Map.entry("403", "Forbidden"), Map.entry("404", "NotFound"),
            Map.entry("409", "Conflict"), Map.entry("412", "Stale"), Map.entry("413", "TooLarge"), Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "Invalid"), Map.entry("428", "PreconditionRequired"), Map.entry("429", "TooManyRequests"), Map.entry("503", "Unavailable"));
    /** What stands there when nobody has said anything. */
    private static final List<String> NOTHING_SAID = List.of("OK", "Created", "No Content");

    /** How a kind of door names a retried request and says no; {@code refused} stands for every refusal of which nothing is said. */
    private record Manner(String key, String mediaType, String schema, @Nullable String refused) {
        static final Manner REST = new Manner("IdempotencyKey", "application/problem+json", "Problem", null);
        static final Manner FHIR = new Manner("RequestId", "application/fhir+json", "OperationOutcome", "Outcome");

        static Manner of(String path) {
            return path.startsWith("/fhir/") ? FHIR : REST;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode glossary;
    private final JsonNode schemas;

    /** @param glossary parameters of the query by name, or by path?name, of the path by the path as far as the parameter */
    Completion(JsonNode glossary, JsonNode schemas) {
        this.glossary = glossary;
        this.schemas = schemas;
    }

    void complete(String path, String method, ObjectNode operation) {
        roles(operation);
        boolean body = operation.has("requestBody");
        boolean conditional = body && path.contains("{");
        describe(path, operation.path("parameters"));
        var manner = Manner.of(path);
        if (method.equals("post") && body) addParameter(operation, manner.key());
        if (conditional) addParameter(operation, operation.at("/responses/428").isMissingNode() ? "IfMatch" : "IfMatchRequired");
        if (body) example(operation);
        answers(operation, refusals(path, operation, body, conditional), manner);
    }

    /** Any one of the roles will do, so each is an alternative of its own. */
    private static void roles(ObjectNode operation) {
        var roles = new TreeSet<String>();
        for (JsonNode one : operation.path("security")) for (JsonNode names : one) names.forEach(name -> roles.add(name.asText()));
        operation.remove("security");
        if (roles.isEmpty()) return;
        ArrayNode alternatives = operation.putArray("security");
        roles.forEach(role -> alternatives.addObject().putArray("token").add(role));
    }

    void describe(String path, JsonNode parameters) {
        for (JsonNode one : parameters) {
            if (!(one instanceof ObjectNode parameter)) continue;
            String name = parameter.path("name").asText();
            JsonNode meant = switch (parameter.path("in").asText()) {
                case "path" -> glossary.path("path").path(path.substring(0, path.indexOf("{" + name + "}") + name.length() + 2));
                case "query" -> inQuery(path, name);
                default -> JsonNodeFactory.instance.missingNode();
            };
            if (meant.has("description") && !parameter.has("description")) parameter.set("description", meant.get("description"));
            if (meant.has("example") && !parameter.has("example")) parameter.set("example", meant.get("example"));
            if (meant.get("schema") instanceof ObjectNode bounds && parameter.get("schema") instanceof ObjectNode schema) schema.setAll(bounds);
        }
    }

    /** As it is meant on that path, where it is meant otherwise than elsewhere. */
    private JsonNode inQuery(String path, String name) {
        JsonNode own = glossary.path("query").path(path + "?" + name);
        return own.isMissingNode() ? glossary.path("query").path(name) : own;
    }

    private static void addParameter(ObjectNode operation, String name) {
        operation.withArrayProperty("parameters").addObject().put("$ref", "#/components/parameters/" + name);
    }

    private void example(ObjectNode operation) {
        operation.at("/requestBody/content").properties().forEach(one -> {
            if (one.getKey().endsWith("json") && one.getValue() instanceof ObjectNode content) exampleOf(content);
        });
    }

    private void exampleOf(ObjectNode content) {
        // what stands in an annotation comes as text
        if (content.path("example").isTextual()) content.set("example", read(content.get("example").textValue()));
        if (content.has("example")) return;
        JsonNode example = Examples.of(content.path("schema"), schemas);
        // a body of which nothing is required may be empty
        content.set("example", example == null ? JsonNodeFactory.instance.objectNode() : example);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is not the JSON that it should be", e);
        }
    }

    private static TreeSet<String> refusals(String path, ObjectNode operation, boolean body, boolean conditional) {
        var statuses = new TreeSet<>(List.of("401", "403", "429", "503"));
        if (path.contains("{")) statuses.add("404");
        if (operation.has("parameters")) statuses.addAll(List.of("400", "422"));
        if (body) statuses.addAll(List.of("400", "409", "413", "415", "422"));
        if (conditional) statuses.add("412");
        return statuses;
    }

    private static void answers(ObjectNode operation, TreeSet<String> refusals, Manner manner) {
        ObjectNode given = operation.withObjectProperty("responses");
        var all = new TreeMap<String, JsonNode>();
        given.properties().forEach(answer -> all.put(answer.getKey(), answer.getValue()));
        for (var status : refusals) all.putIfAbsent(status, JsonNodeFactory.instance.objectNode());
        all.remove("default");
        given.removeAll();
        all.forEach((status, answer) -> given.set(status, switch (status.charAt(0)) {
            case '2' -> success(status, answer, manner);
            case '3' -> answer;
            default -> refusal(status, answer, manner);
        }));
        given.putObject("default").put("$ref", reference(manner.refused() == null ? "Problem" : manner.refused()));
    }

    private static JsonNode success(String status, JsonNode answer, Manner manner) {
        if (!(answer instanceof ObjectNode success)) return answer;
        if (NOTHING_SAID.contains(success.path("description").asText()))
            success.put("description", status.equals("204") ? "Done." : "As it is now.");
        if (status.equals("201")) {
            ObjectNode headers = success.withObjectProperty("headers");
            headers.putObject("Location").put("$ref", "#/components/headers/Location");
            headers.putObject("ETag").put("$ref", "#/components/headers/ETag");
        }
        boolean untyped = !success.has("content") || success.path("content").valueStream().allMatch(JsonNode::isEmpty);
        if (untyped && manner == Manner.FHIR) success.remove("content");
        else
            if (!status.equals("204") && untyped)
                success.putObject("content").putObject("application/json").putObject("schema").put("$ref", "#/components/schemas/Answered");
        return success;
    }

    private static JsonNode refusal(String status, JsonNode answer, Manner manner) {
        String common = manner.refused() == null ? REFUSALS.get(status) : manner.refused();
        String said = answer.path("description").asText();
        if (common != null && said.isEmpty()) return JsonNodeFactory.instance.objectNode().put("$ref", reference(common));
        if (answer instanceof ObjectNode refusal)
            refusal.putObject("content").putObject(manner.mediaType()).putObject("schema").put("$ref", "#/components/schemas/" + manner.schema());
        return answer;
    }

    private static String reference(String response) {
        return "#/components/responses/" + response;
    }
}
