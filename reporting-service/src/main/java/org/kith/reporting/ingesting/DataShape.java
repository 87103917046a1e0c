package org.kith.reporting.ingesting;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.events.EventCatalogue;

/** Whether JSON data has the fields of its event, each of the right type. Fields that are not known are left alone. */
final class DataShape {
    private DataShape() {}

    /** @return what is wrong, naming the field and never its value; null when nothing is */
    static @Nullable String fault(EventCatalogue.Entry entry, Map<String, @Nullable Object> data) {
        for (var field : entry.fields()) {
            var value = data.get(field.getName());
            if (value == null) {
                if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) return field.getName() + " is missing";
            } else if (!fits(field, value)) {
                return field.getName() + " is not " + field.getType().getSimpleName();
            }
        }
        return null;
    }

    private static boolean fits(RecordComponent field, Object value) {
        var type = field.getType();
        if (type == String.class) return value instanceof String;
        if (type == int.class || type == Integer.class) return value instanceof Integer;
        if (type == long.class || type == Long.class) return value instanceof Integer || value instanceof Long;
        if (type == boolean.class || type == Boolean.class) return value instanceof Boolean;
        if (type == BigDecimal.class) return value instanceof Number;
        if (type == LocalDate.class) return value instanceof String text && isDay(text);
        if (List.class.isAssignableFrom(type)) return value instanceof List<?>;
        return true;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
