package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;

/** An event's fields as measures need them; null where the event has no such value. */
final class Fields {
    private static final String PENCE = "Pence";
    /** Posts are recorded in hundredths of a full-time post, so that no service has to send fractions. */
    private static final String HUNDREDTHS = "Hundredths";

    private Fields() {}

    static @Nullable String text(Fact fact, String field) {
        return switch (field) {
            case "provider" -> fact.provider();
            case "area" -> fact.area();
            default -> {
                var value = fact.data().get(field);
                yield value == null ? null : value.toString();
            }
        };
    }

    static List<String> texts(Fact fact, String field) {
        if (fact.data().get(field) instanceof Collection<?> values) return values.stream().map(Object::toString).distinct().toList();
        var value = text(fact, field);
        return value == null ? List.of() : List.of(value);
    }

    static @Nullable LocalDate date(Fact fact, String field) {
        if (field.equals("occurredOn")) return fact.occurredOn();
        var value = fact.data().get(field);
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable BigDecimal number(Fact fact, String field) {
        if (!(fact.data().get(field) instanceof Number number)) return null;
        var value = new BigDecimal(number.toString());
        return field.endsWith(PENCE) || field.endsWith(HUNDREDTHS) ? value.movePointLeft(2) : value;
    }
}
