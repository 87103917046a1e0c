package org.kith.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.kith.gateway.routing.Routes;

/**
 * The services' OpenAPI documents as one: of each service what the gateway routes to it and nothing else. Schemas of one name
 * that differ are told apart by their service's.
 */
final class JoinedOpenApi {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head");

    private final Routes routes;
    private final ObjectNode joined;
    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final Sections sections;
    private final Completion completion;

    private JoinedOpenApi(Routes routes, ObjectNode frame, JsonNode glossary) {
        this.routes = routes;
        this.joined = frame.deepCopy();
        this.paths = joined.withObjectProperty("paths");
        this.schemas = joined.withObjectProperty("components").withObjectProperty("schemas");
        this.sections = new Sections(joined.path("tags"));
        this.completion = new Completion(glossary, schemas);
    }

    /**
     * @param frame what is the gateway's own: title, sections, security, problems, the webhook
     * @param glossary what parameters mean, see {@link Completion}
     */
    static ObjectNode join(Routes routes, ObjectNode frame, JsonNode glossary, SortedMap<String, JsonNode> byService) {
        JoinedOpenApi all = new JoinedOpenApi(routes, frame, glossary);
        byService.forEach(all::add);
        all.describeWebhook();
        return all.joined;
    }

    private void add(String service, JsonNode document) {
        JsonNode renamed = rename(document.deepCopy(), renames(service, document.at("/components/schemas")));
        renamed.at("/components/schemas").properties().forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
        for (Map.Entry<String, JsonNode> path : renamed.path("paths").properties()) addPath(service, path.getKey(), path.getValue());
    }

    private void addPath(String service, String path, JsonNode item) {
        String example = path.replaceAll("\\{[^/]+}", "x");
        for (String method : METHODS) {
            if (!item.has(method) || !routes.service(method.toUpperCase(Locale.ROOT), example).filter(service::equals).isPresent()) continue;
            ObjectNode operation = item.get(method).deepCopy();
            operation.putArray("tags").add(sections.of(path).orElse(service));
            completion.complete(path, method, operation);
            ObjectNode target = paths.withObjectProperty(path);
            if (item.has("parameters")) target.set("parameters", item.get("parameters"));
            completion.describe(path, target.path("parameters"));
            target.set(method, operation);
        }
    }

    private Map<String, String> renames(String service, JsonNode own) {
        Map<String, String> renames = new HashMap<>();
        String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        own.properties().forEach(schema -> {
            JsonNode other = schemas.get(schema.getKey());
            if (other != null && !other.equals(schema.getValue())) renames.put(schema.getKey(), prefix + schema.getKey());
        });
        return renames;
    }

    private static JsonNode rename(JsonNode node, Map<String, String> renames) {
        if (renames.isEmpty()) return node;
        if (node.at("/components/schemas") instanceof ObjectNode own)
            renames.forEach((from, to) -> own.set(to, own.remove(from)));
        renameReferences(node, renames);
        return node;
    }

    private static void renameReferences(JsonNode node, Map<String, String> renames) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String to = renames.get(object.get("$ref").textValue().replace(SCHEMAS, ""));
            if (to != null) object.put("$ref", SCHEMAS + to);
        }
        node.forEach(child -> renameReferences(child, renames));
    }

    /** A delivered referral holds what a partner would post, so it is described once. */
    private void describeWebhook() {
        JsonNode referral = paths.at("/~1api~1referrals/post/requestBody/content/application~1json");
        if (!(paths.at("/~1webhooks~1practices~1{code}/post") instanceof ObjectNode delivery)) return;
        completion.describe("/webhooks/practices/{code}", delivery.path("parameters"));
        if (!(delivery.at("/requestBody/content/application~1json") instanceof ObjectNode content) || !referral.has("schema")) return;
        if (!(content.at("/schema/oneOf/0") instanceof ObjectNode requested)) return;
        requested.withObjectProperty("properties").set("data", referral.get("schema"));
        JsonNode example = Examples.of(requested, schemas);
        if (example != null) content.set("example", example);
    }
}
