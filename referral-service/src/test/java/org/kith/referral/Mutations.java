package org.kith.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes of a valid sample something that is mostly not, as its bytes or as the JSON that it is. */
final class Mutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> JSON_VALUES = List.of(
            "null", "true", "0", "-1", "1e99", "1E999999999", "99999999999999999999999999999999999999", "\"\"", "\" \"", "[]", "{}", "[[]]", "[null]",
            "{\"a\":{}}", "\"\\u0000\"", "\"\\ud800\"", "\"\uD83D\uDE00\"", "\"2026-02-30\"", "\"0000-00-00T00:00:00Z\"", "\"+999999999-12-31T23:59:59Z\"", "\"#\"",
            "\"urn:uuid:x\"", "\"Patient/1\"", "\"../../etc\"", "\"' OR 1=1 --\"", "\"${x}\"", "\"9990000018\"");
    private static final List<String> TEXTS = List.of(
            "\"", "\"\"", ",", "\n", "\r", "\t", "\u0000", "\u00A0", "\uFEFF", "=1+1", "\\", "{", "}", "[", "]", ":", "|", ";", "'", "\uD83D\uDE00", "é", "9".repeat(400),
            "x".repeat(9_000));

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** Of JSON: as often its bytes as its values. */
    String ofJson(String sample) {
        return random.nextBoolean() ? ofText(sample) : ofValues(sample);
    }

    /** A few slices cut out, doubled, moved or written over. */
    String ofText(String sample) {
        var text = new StringBuilder(sample);
        for (int i = 0; i <= random.nextInt(3) && !text.isEmpty(); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, one(TEXTS));
                case 3 -> text.replace(from, from + 1, one(TEXTS));
                default -> text.setCharAt(from, (char) (32 + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private String ofValues(String sample) {
        try {
            var tree = JSON.readTree(sample);
            var marked = "mutated-here";
            for (int i = 0; i <= random.nextInt(2); i++) replace(tree, marked);
            return JSON.writeValueAsString(tree).replace("\"" + marked + "\"", one(JSON_VALUES));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the sample is not JSON", e);
        }
    }

    private void replace(JsonNode tree, String by) {
        var parents = new ArrayList<JsonNode>();
        collect(tree, parents);
        switch (one(parents)) {
            case ObjectNode object when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = one(names);
                if (random.nextInt(5) == 0) object.remove(name);
                else object.put(name, by);
            }
            case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), by);
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) parents.add(node);
        node.forEach(child -> collect(child, parents));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
