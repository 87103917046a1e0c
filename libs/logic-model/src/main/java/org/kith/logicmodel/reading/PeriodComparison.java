package org.kith.logicmodel.reading;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.PeriodCondition;
import org.kith.logicmodel.PeriodCondition.Bound;
import org.kith.logicmodel.PeriodCondition.Operator;

/** The one way in which a condition may speak of the period: {@code event.someDate < period.start} and its like. */
final class PeriodComparison {
    static final String WHAT_IT_CAN_BE = "about the period, a condition can only say, joined by &&, that a date of the event is <, <=, > or >= period.start or period.end";

    private PeriodComparison() {}

    static List<CelExpr> conjuncts(CelExpr condition) {
        return isCall(condition, "_&&_")
                ? condition.call().args().stream().flatMap(part -> conjuncts(part).stream()).toList()
                : List.of(condition);
    }

    static Optional<PeriodCondition> read(CelExpr comparison, ConditionLanguage language) {
        if (comparison.getKind() != Kind.CALL || comparison.call().args().size() != 2) return Optional.empty();
        var left = comparison.call().args().get(0);
        var right = comparison.call().args().get(1);
        var operator = operator(comparison.call().function());
        if (operator == null) return Optional.empty();
        return Stream.of(condition(left, operator, right), condition(right, mirrored(operator), left))
                .flatMap(Optional::stream)
                .filter(condition -> language.isDate(condition.field()))
                .findFirst();
    }

    private static Optional<PeriodCondition> condition(CelExpr date, Operator operator, CelExpr limit) {
        var field = selected(date, "event");
        var bound = switch (selected(limit, "period")) {
            case "start" -> Bound.START;
            case "end" -> Bound.END;
            case null, default -> null;
        };
        return field == null || bound == null ? Optional.empty() : Optional.of(new PeriodCondition(field, operator, bound));
    }

    private static @Nullable String selected(CelExpr expression, String of) {
        if (expression.getKind() != Kind.SELECT) return null;
        var operand = expression.select().operand();
        return operand.getKind() == Kind.IDENT && operand.ident().name().equals(of) ? expression.select().field() : null;
    }

    private static boolean isCall(CelExpr expression, String function) {
        return expression.getKind() == Kind.CALL && expression.call().function().equals(function);
    }

    private static @Nullable Operator operator(String function) {
        return switch (function) {
            case "_<_" -> Operator.BEFORE;
            case "_<=_" -> Operator.ON_OR_BEFORE;
            case "_>_" -> Operator.AFTER;
            case "_>=_" -> Operator.ON_OR_AFTER;
            default -> null;
        };
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case BEFORE -> Operator.AFTER;
            case ON_OR_BEFORE -> Operator.ON_OR_AFTER;
            case AFTER -> Operator.BEFORE;
            case ON_OR_AFTER -> Operator.ON_OR_BEFORE;
        };
    }
}
