package org.kith.gateway.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/**
 * A delivery whose signature has been checked.
 *
 * @param type what happened
 * @param key  what makes a replay the same delivery: {@code <practice>:<webhook-id>}
 * @param body JSON, its practice being the address's
 */
record Delivery(String practice, Type type, String key, byte[] body) {
    /** What a practice can say. */
    enum Type {
        REQUESTED("referral.requested"),
        CANCELLED("referral.cancelled");

        private static final String NAMES = Arrays.stream(values()).map(type -> type.said).collect(Collectors.joining(" or "));
        private final String said;

        Type(String said) {
            this.said = said;
        }

        private static Optional<Type> of(@Nullable String said) {
            return Arrays.stream(values()).filter(type -> type.said.equals(said)).findFirst();
        }
    }

    /** Without a full stop, which separates the parts of what is signed. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x2D\\x2F-\\x7E]{1,200}");

    /** @throws org.kith.web.problem.ProblemException 400 or 422 */
    static Delivery read(ObjectMapper json, String practice, String id, byte[] body) {
        if (!ID.matcher(id).matches())
            throw Problems.unreadable("webhook-id", "webhook-id has 1 to 200 visible ASCII characters and no full stop.");
        JsonNode tree = tree(json, body);
        Invalid invalid = new Invalid();
        invalid.check(tree.isObject(), "", "wrong-type", "The body is a JSON object.");
        Optional<Type> type = Type.of(tree.path("type").textValue());
        invalid.check(type.isPresent(), "type", "unknown-type", "The type is " + Type.NAMES + ".");
        JsonNode data = tree.path("data");
        if (invalid.check(data.isObject(), "data", "required", "data holds the referral, or which one is meant.")) {
            JsonNode named = data.path("practice");
            boolean absent = named.isMissingNode() || named.isNull();
            invalid.check(absent || practice.equals(named.textValue()), "data.practice", "not-yours", "The practice is that of the address.");
            invalid.throwIfAny();
            if (absent) return new Delivery(practice, type.orElseThrow(), practice + ":" + id, named(json, tree, (ObjectNode) data, practice));
        }
        invalid.throwIfAny();
        return new Delivery(practice, type.orElseThrow(), practice + ":" + id, body);
    }

    private static JsonNode tree(ObjectMapper json, byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problems.unreadable("not-json", "The body is not JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] named(ObjectMapper json, JsonNode tree, ObjectNode data, String practice) {
        try {
            data.put("practice", practice);
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }
}
