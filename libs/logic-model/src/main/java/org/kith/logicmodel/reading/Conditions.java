package org.kith.logicmodel.reading;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.PeriodCondition;
import org.kith.logicmodel.Selection;
import org.kith.logicmodel.reading.EventVocabulary.Event;
import org.kith.logicmodel.reading.EventVocabulary.FieldType;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A {@code where}: CEL over {@code event} and {@code period}, which sees nothing else. What compares a date with the
 * period is split off, since only a question has a period; the rest is decided once, when an event is folded.
 */
final class Conditions {
    private static final Map<String, FieldType> ENVELOPE = Map.of("occurredOn", FieldType.DATE, "area", FieldType.TEXT, "provider", FieldType.TEXT);

    private final Errors errors;
    /** Making one costs milliseconds, and many conditions are about the same event. */
    private final Map<Map<String, FieldType>, ConditionLanguage> languages = new HashMap<>();

    Conditions(Errors errors) {
        this.errors = errors;
    }

    static String noSuchField(Event event, String field) {
        return event.type() + " has no field \"" + field + "\"; it has " + String.join(", ", event.fields().keySet());
    }

    /** @param overPeriod whether the measure can answer a condition about the asked period */
    Selection read(Node node, String where, List<String> names, List<Event> events, @Nullable String on, boolean overPeriod) {
        var everything = new Selection(names, where, _ -> true, on, null);
        var language = languages.computeIfAbsent(fields(events), ConditionLanguage::new);
        var parsed = language.parse(where);
        if (parsed.hasError()) {
            report(node, parsed.getErrors());
            return everything;
        }
        try {
            var tree = parsed.getAst();
            if (!fieldsExist(node, tree.getExpr(), events)) return everything;
            var others = new ArrayList<CelExpr>();
            var periodCondition = split(node, tree.getExpr(), language, overPeriod, others);
            return new Selection(names, where, predicate(node, language, others, tree.getSource()), on, periodCondition);
        } catch (CelValidationException e) {
            errors.add(node, "the condition cannot be used: " + e.getMessage());
            return everything;
        }
    }

    private boolean fieldsExist(Node node, CelExpr condition, List<Event> events) {
        boolean exist = true;
        for (var field : Mentions.in(condition).eventFields())
            for (var event : events)
                if (!ENVELOPE.containsKey(field) && !event.fields().containsKey(field)) {
                    errors.add(node, noSuchField(event, field) + " and, as every event, occurredOn, area, provider");
                    exist = false;
                }
        return exist;
    }

    private @Nullable PeriodCondition split(
            Node node, CelExpr condition, ConditionLanguage language, boolean overPeriod, List<CelExpr> others) {
        PeriodCondition found = null;
        for (var conjunct : PeriodComparison.conjuncts(condition)) {
            if (!Mentions.in(conjunct).period()) {
                others.add(conjunct);
                continue;
            }
            var comparison = PeriodComparison.read(conjunct, language);
            if (!overPeriod) errors.add(node, "only a count, a sum or a distinct can have a condition about the period");
            else if (comparison.isEmpty()) errors.add(node, PeriodComparison.WHAT_IT_CAN_BE);
            else if (found != null) errors.add(node, "a condition can compare one date with the period, not two");
            else found = comparison.get();
        }
        return found;
    }

    private Predicate<Fact> predicate(Node node, ConditionLanguage language, List<CelExpr> conjuncts, CelSource source)
            throws CelValidationException {
        if (conjuncts.isEmpty()) return _ -> true;
        var all = conjuncts.stream().reduce(Conditions::and).orElseThrow();
        var checked = language.check(CelAbstractSyntaxTree.newParsedAst(all, source));
        if (checked.hasError()) {
            report(node, checked.getErrors());
            return _ -> true;
        }
        return language.predicate(checked.getAst());
    }

    /** Ids of expressions must differ; those that the parser gave are positive. */
    private static CelExpr and(CelExpr left, CelExpr right) {
        return CelExpr.ofCall(-right.id(), Optional.empty(), "_&&_", ImmutableList.of(left, right));
    }

    private void report(Node node, List<CelIssue> issues) {
        for (var issue : issues) errors.add(node, "the condition, at its character " + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage());
    }

    private static Map<String, FieldType> fields(List<Event> events) {
        var fields = new HashMap<>(ENVELOPE);
        for (var event : events) fields.putAll(event.fields());
        return fields;
    }
}
