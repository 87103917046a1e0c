package org.kith.logicmodel.reading;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Target;

/** {@code target: {value: 100, per: [area, year]}}; without one, none is set. */
final class TargetReader {
    private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]{0,2})-months");
    private static final Set<String> NOT_COUNTED = Set.of("worker");

    private final Map<String, Integer> counts;
    private final Errors errors;

    TargetReader(Map<String, Integer> counts, Errors errors) {
        this.counts = counts;
        this.errors = errors;
    }

    Target read(Block element) {
        var node = element.find("target");
        if (node == null) return new Target.NoneSet();
        var block = Block.of(node, "\"target\"", errors);
        var value = block.number("value");
        var from = block.number("from");
        var to = block.number("to");
        boolean range = block.has("from") && block.has("to");
        if (block.has("value") == (block.has("from") || block.has("to"))) errors.add(node, "a target has either \"value\", or \"from\" and \"to\"");
        else
            if (!block.has("value") && !range || from != null && to != null && from.compareTo(to) >= 0)
                errors.add(node, "a range needs \"from\" below \"to\"");
        Integer months = null;
        var per = new HashSet<String>();
        for (var unit : block.texts("per")) {
            var length = months(unit);
            if (length != null && months != null) errors.add(node, "a target is for one length of time");
            if (length != null) months = length;
            else if (unit.equals("area") || counts.containsKey(unit) || NOT_COUNTED.contains(unit)) per.add(unit);
            else errors.add(node, "nobody knows how many \"" + unit + "\" there are: name it under \"counts\", or write area, worker, month, quarter, year or 24-months");
        }
        var target = new Target.Level(
                value != null ? value : from != null ? from : BigDecimal.ZERO, to, per, months, block.flag("provisional"),
                block.flag("illustrative"), block.optionalText("assumed"));
        block.finish();
        return target;
    }

    private static @Nullable Integer months(String unit) {
        var months = MONTHS.matcher(unit);
        if (months.matches()) return Integer.valueOf(months.group(1));
        return switch (unit) {
            case "month" -> 1;
            case "quarter" -> 3;
            case "year" -> 12;
            default -> null;
        };
    }
}
