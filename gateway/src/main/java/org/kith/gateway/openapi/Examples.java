package org.kith.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A whole example, put together from those of a schema's single fields. */
final class Examples {
    private static final int DEEPEST = 8;
    private static final String SCHEMAS = "#/components/schemas/";

    private Examples() {}

    /** Null when nothing of the schema has an example. */
    static @Nullable JsonNode of(JsonNode schema, JsonNode schemas) {
        return of(schema, schemas, 0);
    }

    private static @Nullable JsonNode of(JsonNode schema, JsonNode schemas, int depth) {
        if (depth > DEEPEST) return null;
        if (schema.has("$ref")) return of(schemas.path(schema.get("$ref").asText().replace(SCHEMAS, "")), schemas, depth + 1);
        if (schema.has("const")) return schema.get("const");
        if (schema.path("examples").has(0)) return schema.path("examples").get(0);
        if (schema.path("enum").has(0)) return schema.path("enum").get(0);
        if (schema.has("items")) {
            JsonNode item = of(schema.get("items"), schemas, depth + 1);
            return item == null ? null : JsonNodeFactory.instance.arrayNode().add(item);
        }
        return schema.has("properties") ? object(schema.get("properties"), schemas, depth) : null;
    }

    private static @Nullable JsonNode object(JsonNode properties, JsonNode schemas, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> {
            JsonNode value = of(property.getValue(), schemas, depth + 1);
            if (value != null) object.set(property.getKey(), value);
        });
        return object.isEmpty() && depth > 0 ? null : object;
    }
}
