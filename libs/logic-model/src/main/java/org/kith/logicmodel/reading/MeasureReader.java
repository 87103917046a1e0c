package org.kith.logicmodel.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.Measure.PairedChange.Statistic;
import org.kith.logicmodel.Selection;
import org.kith.logicmodel.reading.EventVocabulary.FieldType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** How an indicator is measured: exactly one of the words of the grammar. */
final class MeasureReader {
    private static final List<String> WORDS = List.of("count", "sum", "distinct", "ratio", "difference", "paired-change", "median", "latest", "standing", "milestone", "narrative");
    private static final Set<Class<?>> IN_A_PAIR = Set.of(Measure.Count.class, Measure.Sum.class, Measure.Distinct.class, Measure.Latest.class, Measure.Standing.class);
    private static final Set<FieldType> SUBJECT = Set.of(FieldType.TEXT);
    private static final Set<FieldType> NUMERIC = Set.of(FieldType.NUMBER, FieldType.DECIMAL);

    private final EventVocabulary vocabulary;
    private final SelectionReader selections;
    private final Errors errors;

    MeasureReader(EventVocabulary vocabulary, Errors errors) {
        this.vocabulary = vocabulary;
        this.selections = new SelectionReader(vocabulary, errors);
        this.errors = errors;
    }

    /** Null when the element says nothing of measuring. */
    @Nullable
    Measure find(Block element) {
        Measure measure = null;
        for (var word : WORDS) {
            var node = element.find(word);
            if (node == null) continue;
            if (measure != null) errors.add(node, "an indicator is measured in one way: \"" + word + "\" is one too many");
            else measure = read(word, node);
        }
        return measure;
    }

    private Measure read(String word, Node node) {
        // the short form: count: event, or count: [event, event]
        if (!(node instanceof MappingNode)) {
            var selection = selections.events(node);
            return switch (word) {
                case "count" -> new Measure.Count(selection);
                case "milestone" -> new Measure.Milestone(selection, null);
                case "narrative" -> new Measure.Narrative(selection);
                default -> {
                    errors.add(node, "\"" + word + "\" needs keys with values, among them \"of\"");
                    yield new Measure.Count(selection);
                }
            };
        }
        var block = Block.of(node, "\"" + word + "\"", errors);
        var measure = switch (word) {
            case "count" -> new Measure.Count(selections.read(block, "of", true));
            case "sum" -> sum(block);
            case "distinct" -> distinct(block);
            case "ratio" -> new Measure.Ratio(part(block, "of"), part(block, "per"));
            case "difference" -> new Measure.Difference(part(block, "of"), part(block, "less"));
            case "paired-change" -> pairedChange(block);
            case "median" -> median(block);
            case "latest" -> latest(block);
            case "standing" -> standing(block);
            case "milestone" -> new Measure.Milestone(selections.read(block, "of", false), block.optionalText("planned"));
            default -> new Measure.Narrative(selections.read(block, "of", false));
        };
        block.finish();
        return measure;
    }

    private Measure sum(Block block) {
        var of = selections.read(block, "of", true);
        return new Measure.Sum(of, field(block, "field", of, NUMERIC));
    }

    private Measure distinct(Block block) {
        var of = selections.read(block, "of", true);
        return new Measure.Distinct(of, field(block, "by", of, SUBJECT));
    }

    private Measure median(Block block) {
        var of = selections.read(block, "of", false);
        return new Measure.Median(of, field(block, "field", of, NUMERIC));
    }

    private Measure latest(Block block) {
        var of = selections.read(block, "of", false);
        return new Measure.Latest(of, field(block, "by", of, SUBJECT), field(block, "field", of, NUMERIC));
    }

    private Measure part(Block whole, String key) {
        var node = whole.require(key);
        var nothing = new Measure.Count(SelectionReader.NOTHING);
        if (node == null) return nothing;
        var block = Block.of(node, "\"" + key + "\"", errors);
        var measure = find(block);
        block.finish();
        if (measure != null && IN_A_PAIR.contains(measure.getClass())) return measure;
        errors.add(node, "here stands a count, a sum, a distinct, a latest or a standing");
        return nothing;
    }

    private Measure pairedChange(Block block) {
        var of = selections.read(block, "of", false);
        for (var field : List.of("instrument", "occasion")) known(block.node(), of, field, SUBJECT);
        block.require("scale");
        var scales = block.texts("scale");
        var statistic = switch (block.text("statistic")) {
            case "pairs" -> Statistic.PAIRS;
            case "improved" -> Statistic.IMPROVED;
            case "mean-change" -> Statistic.MEAN_CHANGE;
            case String other -> {
                errors.add(block.node(), "\"" + other + "\" is no statistic of a paired change: pairs, improved or mean-change");
                yield Statistic.PAIRS;
            }
        };
        if (scales.size() > 1 && statistic != Statistic.PAIRS)
            errors.add(block.node(), "scores of different scales are never pooled: name one scale, or count pairs");
        return new Measure.PairedChange(
                of, scales, block.text("from"), block.text("to"), field(block, "by", of, SUBJECT), field(block, "value", of, NUMERIC), statistic);
    }

    private Measure standing(Block block) {
        var opened = selections.nested(block, "opened");
        var closed = block.has("closed") ? selections.nested(block, "closed") : null;
        var by = field(block, "by", opened, SUBJECT);
        if (closed != null) known(block.node(), closed, by, SUBJECT);
        return new Measure.Standing(opened, closed, by, block.has("sum") ? field(block, "sum", opened, NUMERIC) : null);
    }

    private String field(Block block, String key, Selection selection, Set<FieldType> types) {
        var field = block.text(key);
        if (!field.isEmpty()) known(block.node(), selection, field, types);
        return field;
    }

    private void known(Node node, Selection selection, String field, Set<FieldType> types) {
        if (field.equals("provider")) return;
        for (var name : selection.events()) {
            var event = vocabulary.find(name);
            if (event == null) continue;
            var type = event.fields().get(field);
            if (type == null) errors.add(node, Conditions.noSuchField(event, field));
            else
                if (!types.contains(type))
                    errors.add(node, "field \"" + field + "\" of " + name + " is " + type.words() + "; here stands "
                            + types.stream().map(FieldType::words).sorted().collect(Collectors.joining(" or ")));
        }
    }
}
