package org.kith.logicmodel.reading;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Selection;
import org.kith.logicmodel.reading.EventVocabulary.Event;
import org.kith.logicmodel.reading.EventVocabulary.FieldType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which events, and under which condition. */
final class SelectionReader {
    static final Selection NOTHING = new Selection(List.of(), null, _ -> false, null, null);

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
        return new Selection(names(node), null, _ -> true, null, null);
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
        var events = names.stream().map(vocabulary::find).filter(Objects::nonNull).toList();
        var on = on(block, events);
        return where == null
                ? new Selection(names, null, _ -> true, on, null)
                : conditions.read(where, block.text(where, "where"), names, events, on, overPeriod);
    }

    private @Nullable String on(Block block, List<Event> events) {
        var on = block.optionalText("on");
        for (var event : events)
            if (on != null && event.fields().get(on) != FieldType.DATE)
                errors.add(block.at("on"), event.type() + " has no date called \"" + on + "\"");
        return on;
    }

    private List<String> names(Node node) {
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        if (nodes.isEmpty()) errors.add(node, "at least one event must be named");
        return nodes.stream().map(this::name).toList();
    }

    private String name(Node node) {
        var name = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (vocabulary.find(name) == null)
            errors.add(node, "no event is called \"" + name + "\"" + vocabulary.nearest(name).map(near -> "; did you mean " + near + "?").orElse("; docs/events.md lists them"));
        return name;
    }
}
