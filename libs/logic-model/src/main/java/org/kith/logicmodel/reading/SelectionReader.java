package org.kith.logicmodel.reading;

import java.util.List;
import org.kith.logicmodel.Selection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which events, and under which condition. */
final class SelectionReader {
    static final Selection NOTHING = new Selection(List.of(), null, _ -> false, null);

    private final EventVocabulary vocabulary;
    private final Conditions conditions;
    private final Errors errors;

    SelectionReader(EventVocabulary vocabulary, Errors errors) {
        this.vocabulary = vocabulary;
        this.conditions = new Conditions(errors);
        this.errors = errors;
    }

    /** {@code event} or {@code [event, event]}. */
    Selection events(Node node) {
        return new Selection(names(node), null, _ -> true, null);
    }

    /** An event, or {@code {of: event, where: …}}. */
    Selection nested(Block block, String key) {
        var node = block.require(key);
        if (node == null) return NOTHING;
        if (!(node instanceof MappingNode)) return events(node);
        var inner = Block.of(node, "\"" + key + "\"", errors);
        var selection = read(inner, "of", false);
        inner.finish();
        return selection;
    }

    /** @param overPeriod whether the measure can answer a condition about the asked period */
    Selection read(Block block, String key, boolean overPeriod) {
        var node = block.require(key);
        var where = block.find("where");
        if (node == null) return NOTHING;
        var names = names(node);
        if (where == null) return new Selection(names, null, _ -> true, null);
        var events = names.stream().map(vocabulary::find).filter(java.util.Objects::nonNull).toList();
        return conditions.read(where, block.text(where, "where"), names, events, overPeriod);
    }

    private List<String> names(Node node) {
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        if (nodes.isEmpty()) errors.add(node, "at least one event must be named");
        return nodes.stream().map(this::name).toList();
    }

    private String name(Node node) {
        var name = node instanceof org.yaml.snakeyaml.nodes.ScalarNode scalar ? scalar.getValue() : "";
        if (vocabulary.find(name) == null)
            errors.add(node, "no event is called \"" + name + "\"" + vocabulary.nearest(name).map(near -> "; did you mean " + near + "?").orElse("; docs/events.md lists them"));
        return name;
    }
}
