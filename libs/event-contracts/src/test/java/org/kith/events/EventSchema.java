package org.kith.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an event's data, from its record. Properties that it does not name are allowed: a newer sender may add some. */
final class EventSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventSchema() {}

    static ObjectNode of(EventCatalogue.Entry entry) {
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:kith:event:" + entry.type() + ":" + entry.version());
        schema.put("title", entry.type());
        schema.setAll(record(entry.record()));
        return schema;
    }

    private static ObjectNode record(Class<?> record) {
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent field : record.getRecordComponents()) {
            properties.set(field.getName(), type(field.getGenericType()));
            if (!isNullable(field.getAnnotatedType())) required.add(field.getName());
        }
        schema.set("required", required);
        return schema;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    static ObjectNode listOfTexts() {
        return JSON.objectNode().put("type", "array").set("items", type(String.class));
    }

    static ObjectNode type(Type type) {
        var schema = JSON.objectNode();
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class ->
                schema.put("type", "array").set("items", type(list.getActualTypeArguments()[0]));
            case Class<?> record when record.isRecord() -> record(record);
            case Class<?> simple when simple == String.class -> schema.put("type", "string");
            case Class<?> simple when simple == int.class || simple == long.class || simple == Integer.class -> schema.put("type", "integer");
            case Class<?> simple when simple == boolean.class -> schema.put("type", "boolean");
            case Class<?> simple when simple == BigDecimal.class -> schema.put("type", "number");
            case Class<?> simple when simple == LocalDate.class -> schema.put("type", "string").put("format", "date");
            case Class<?> simple when simple == Instant.class -> schema.put("type", "string").put("format", "date-time");
            default -> throw new IllegalArgumentException("an event cannot carry a " + type.getTypeName());
        };
    }
}
