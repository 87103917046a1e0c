package org.kith.logicmodel.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kith.logicmodel.Element;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.Statement;
import org.kith.logicmodel.reading.EventVocabulary.FieldType;
import org.yaml.snakeyaml.nodes.Node;

/** One element of a cell: an indicator if it says how it is measured, else a statement. */
final class ElementReader {
    private static final Pattern ROW = Pattern.compile("[A-E][1-9][0-9]?");
    private static final String GBP = "GBP";

    private final EventVocabulary vocabulary;
    private final MeasureReader measures;
    private final TargetReader targets;
    private final Errors errors;
    private final Map<String, Integer> linesOfIds = new HashMap<>();

    ElementReader(EventVocabulary vocabulary, Map<String, Integer> counts, Errors errors) {
        this.vocabulary = vocabulary;
        this.measures = new MeasureReader(vocabulary, errors);
        this.targets = new TargetReader(counts, errors);
        this.errors = errors;
    }

    Element read(Node node, String strand, String column) {
        var block = Block.of(node, "an element", errors);
        var id = ModelReader.id(block, errors);
        var other = linesOfIds.putIfAbsent(id, Errors.line(node));
        if (other != null && !id.isEmpty()) errors.add(node, "id \"" + id + "\" is taken by line " + other);
        var rows = rows(block);
        var says = block.text("says");
        var place = block.optionalText("place");
        var assumed = block.optionalText("assumed");
        var measure = measures.find(block);
        var element = measure == null
                ? new Statement(id, rows, says, column, strand, kind(block), place, assumed)
                : new Indicator(id, rows, says, column, strand, unit(block, measure), measure, breakDown(block, measure), aboutThings(block),
                        targets.read(block), published(measure), place, assumed);
        block.finish();
        return element;
    }

    private List<String> rows(Block block) {
        var rows = block.texts("rows");
        for (var row : rows) if (!ROW.matcher(row).matches()) errors.add(block.at("rows"), "\"" + row + "\" is not a row of the acceptance list: A1 … E22");
        return rows;
    }

    private Statement.Kind kind(Block block) {
        return switch (block.optionalText("kind")) {
            case null -> Statement.Kind.NARRATIVE;
            case "narrative" -> Statement.Kind.NARRATIVE;
            case "record" -> Statement.Kind.RECORD;
            case "document" -> Statement.Kind.DOCUMENT;
            case String other -> {
                errors.add(block.at("kind"), "\"" + other + "\" is no kind of statement: narrative, record or document");
                yield Statement.Kind.NARRATIVE;
            }
        };
    }

    /** Money is told by its field, so that pence and pounds are never mixed up. */
    private String unit(Block block, Measure measure) {
        var unit = block.text("unit");
        if (!(measure instanceof Measure.Ratio) && isMoney(measure) != unit.equals(GBP))
            errors.add(block.node(), "the unit of a sum of pence is GBP, and of nothing else");
        return unit;
    }

    private static boolean isMoney(Measure measure) {
        return switch (measure) {
            case Measure.Sum(_, var field) -> field.endsWith("Pence");
            case Measure.Latest(_, _, var field) -> field.endsWith("Pence");
            case Measure.Standing(_, _, _, var field) -> field != null && field.endsWith("Pence");
            case Measure.Difference(var of, var less) -> isMoney(of) && isMoney(less);
            default -> false;
        };
    }

    private List<String> breakDown(Block block, Measure measure) {
        var fields = block.texts("break-down");
        for (var field : fields)
            for (var event : measure.selections().stream().flatMap(selection -> selection.events().stream()).distinct().toList()) {
                var known = vocabulary.find(event);
                if (known == null || field.equals("provider")) continue;
                var type = known.fields().get(field);
                if (type == null) errors.add(block.at("break-down"), Conditions.noSuchField(known, field));
                else
                    if (type != FieldType.TEXT && type != FieldType.TEXTS && type != FieldType.FLAG)
                        errors.add(block.at("break-down"), "field \"" + field + "\" of " + event + " is no text or list of texts: a number cannot break down another");
            }
        return fields;
    }

    private boolean aboutThings(Block block) {
        return switch (block.optionalText("about")) {
            case null -> false;
            case "people" -> false;
            case "things" -> true;
            case String other -> {
                errors.add(block.at("about"), "\"" + other + "\" is not what a number can be about: people, or things (organisations, money, documents …)");
                yield false;
            }
        };
    }

    private boolean published(Measure measure) {
        return measure.selections().stream().flatMap(selection -> selection.events().stream())
                .map(vocabulary::find).allMatch(event -> event == null || event.published());
    }
}
