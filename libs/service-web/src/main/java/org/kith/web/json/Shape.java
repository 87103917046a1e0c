package org.kith.web.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Finds every field whose shape is wrong. Jackson stops at the first; so each one that it names is taken out of the body and
 * the rest is read again. This costs only those who send wrong bodies, and is bounded.
 */
final class Shape {
    private static final int MOST_ERRORS = 20;

    private Shape() {}

    static ProblemException problem(ObjectMapper json, byte[] body, JavaType type, JsonMappingException first) throws IOException {
        JsonNode tree = json.readTree(body);
        // a primitive that was taken out must not count as wrong a second time
        ObjectReader reader = json.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        Invalid invalid = new Invalid();
        JsonMappingException next = first;
        while (next != null && invalid.errors().size() < MOST_ERRORS && !next.getPath().isEmpty()) {
            FieldError error = error(next.getPath(), next);
            if (invalid.errors().stream().anyMatch(known -> known.field().equals(error.field()))) break;
            invalid.add(error.field(), error.code(), error.message());
            if (!takeOut(tree, next.getPath())) break;
            next = firstWrong(reader, tree);
        }
        return invalid.isEmpty()
                ? Problems.unreadable("wrong-shape", "The body is not the JSON object that is expected here.")
                : Problems.invalid(invalid.errors());
    }

    private static @Nullable JsonMappingException firstWrong(ObjectReader reader, JsonNode tree) throws IOException {
        try {
            reader.readValue(tree);
            return null;
        } catch (JsonMappingException e) {
            return e;
        }
    }

    private static FieldError error(List<JsonMappingException.Reference> path, JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> new FieldError(field(path), "unknown-field", "There is no such field.");
            case InvalidFormatException wrong -> new FieldError(field(path), "wrong-format", expected(wrong.getTargetType()));
            case MismatchedInputException wrong -> new FieldError(field(path), "wrong-type", expected(wrong.getTargetType()));
            case JsonMappingException wrapping when wrapping.getCause() instanceof InputCoercionException far ->
                new FieldError(field(path), "out-of-range", bounds(far.getTargetType()));
            default -> new FieldError(field(path), "wrong-type", expected(null));
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) return "This is not of the type that is expected here.";
        if (CharSequence.class.isAssignableFrom(type)) return "A text is expected here.";
        if (type == Boolean.class || type == boolean.class) return "true or false is expected here.";
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) return "A whole number is expected here.";
        if (Number.class.isAssignableFrom(type)) return "A number is expected here.";
        if (Collection.class.isAssignableFrom(type) || type.isArray()) return "A list is expected here.";
        if (type == LocalDate.class) return "A date as YYYY-MM-DD is expected here.";
        if (type == Instant.class || type == OffsetDateTime.class) return "A date and time with its offset is expected here.";
        if (type == UUID.class) return "A UUID is expected here.";
        return type.isRecord() ? "An object is expected here." : "This is not of the format that is expected here.";
    }

    private static String bounds(@Nullable Class<?> type) {
        boolean wide = type == Long.class || type == long.class;
        return "A whole number from " + (wide ? Long.MIN_VALUE : Integer.MIN_VALUE) + " to " + (wide ? Long.MAX_VALUE : Integer.MAX_VALUE) + " is expected here.";
    }

    private static boolean takeOut(JsonNode node, List<JsonMappingException.Reference> path) {
        JsonNode at = node;
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1))
            at = step.getFieldName() == null ? at.path(step.getIndex()) : at.path(step.getFieldName());
        JsonMappingException.Reference last = path.getLast();
        return switch (at) {
            case ObjectNode object when last.getFieldName() != null -> object.remove(last.getFieldName()) != null;
            case ArrayNode array when array.has(last.getIndex()) -> array.setNull(last.getIndex()) != null;
            default -> false;
        };
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) field.append('[').append(step.getIndex()).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return field.toString();
    }
}
