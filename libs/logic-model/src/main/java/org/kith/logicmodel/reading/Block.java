package org.kith.logicmodel.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping read key by key; what nobody asked for by the end is an error. */
final class Block {
    private final Node node;
    private final Errors errors;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Block(Node node, Errors errors) {
        this.node = node;
        this.errors = errors;
    }

    static Block of(Node node, String what, Errors errors) {
        var block = new Block(node, errors);
        if (!(node instanceof MappingNode mapping)) {
            errors.add(node, what + " must be written as keys with values");
            return block;
        }
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) errors.add(tuple.getKeyNode(), "a key must be plain text");
            else if (block.values.put(key.getValue(), tuple.getValueNode()) != null) errors.add(key, "\"" + key.getValue() + "\" stands here twice");
            else block.keys.put(key.getValue(), key);
        }
        return block;
    }

    Node node() {
        return node;
    }

    Set<String> keys() {
        return keys.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node find(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** Where a message about the key's value belongs. */
    Node at(String key) {
        return values.getOrDefault(key, node);
    }

    /** Null, with an error, when it is missing. */
    @Nullable
    Node require(String key) {
        var value = find(key);
        if (value == null) errors.add(node, "\"" + key + "\" is missing");
        return value;
    }

    String text(String key) {
        var value = require(key);
        return value == null ? "" : text(value, key);
    }

    @Nullable
    String optionalText(String key) {
        var value = find(key);
        return value == null ? null : text(value, key);
    }

    String text(Node value, String what) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) return scalar.getValue();
        errors.add(value, "\"" + what + "\" must be text");
        return "";
    }

    /** One text or a list of texts. */
    List<String> texts(String key) {
        var value = find(key);
        if (value == null) return List.of();
        return value instanceof SequenceNode ? list(key).stream().map(item -> text(item, key)).toList() : List.of(text(value, key));
    }

    List<Node> list(String key) {
        var value = find(key);
        if (value == null) return List.of();
        if (value instanceof SequenceNode sequence) return sequence.getValue();
        errors.add(value, "\"" + key + "\" must be a list");
        return List.of();
    }

    boolean flag(String key) {
        var value = find(key);
        if (value == null) return false;
        var text = text(value, key);
        if (!text.equals("true") && !text.equals("false")) errors.add(value, "\"" + key + "\" must be true or false, not \"" + text + "\"");
        return text.equals("true");
    }

    @Nullable
    BigDecimal number(String key) {
        var value = find(key);
        if (value == null) return null;
        try {
            return new BigDecimal(text(value, key));
        } catch (NumberFormatException e) {
            errors.add(value, "\"" + key + "\" must be a number");
            return null;
        }
    }

    int wholeNumber(String key) {
        var number = number(key);
        if (number == null) return 0;
        if (number.scale() <= 0 && number.signum() > 0 && number.precision() < 10) return number.intValueExact();
        errors.add(at(key), "\"" + key + "\" must be a whole number above 0");
        return 0;
    }

    /** To be called once everything has been read. */
    void finish() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) errors.add(at, "\"" + key + "\" is not known here; what may stand here is " + String.join(", ", asked));
        });
    }
}
