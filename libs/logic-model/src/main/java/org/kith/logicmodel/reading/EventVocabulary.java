package org.kith.logicmodel.reading;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.events.EventCatalogue;
import org.kith.events.PlannedEvents;

/** The events that a model may speak of, and their fields. */
public final class EventVocabulary {

    /** What a field holds, as far as a model needs to tell. */
    public enum FieldType {
        TEXT("text"), NUMBER("a whole number"), DECIMAL("a number"), DATE("a date"), FLAG("true or false"), TEXTS("a list of texts"),
        OTHER("something that a model cannot use");

        private final String words;

        FieldType(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param published false for an event that is agreed but that no service publishes yet */
    public record Event(String type, boolean published, Map<String, FieldType> fields) {}

    private final Map<String, Event> events;

    private EventVocabulary(Map<String, Event> events) {
        this.events = events;
    }

    /** Every event of the catalogue, and the planned ones that are not in it yet. */
    public static EventVocabulary ofCatalogue() {
        var events = new LinkedHashMap<String, Event>();
        for (var planned : PlannedEvents.all()) {
            var fields = new LinkedHashMap<String, FieldType>();
            planned.fields().forEach((name, type) -> fields.put(name, typeOf(type)));
            events.put(planned.type(), new Event(planned.type(), false, fields));
        }
        for (var entry : EventCatalogue.all()) {
            var fields = new LinkedHashMap<String, FieldType>();
            for (RecordComponent field : entry.fields()) fields.put(field.getName(), typeOf(field));
            events.put(entry.type(), new Event(entry.type(), true, fields));
        }
        return new EventVocabulary(events);
    }

    public @Nullable Event find(String type) {
        return events.get(type);
    }

    public Collection<Event> all() {
        return events.values();
    }

    /** The event whose name is written most alike, if one is. */
    Optional<String> nearest(String name) {
        return events.keySet().stream()
                .filter(known -> Spelling.distance(known, name) <= 3)
                .min(Comparator.comparingInt(known -> Spelling.distance(known, name)));
    }

    private static FieldType typeOf(RecordComponent field) {
        var type = typeOf(field.getType());
        boolean ofTexts = field.getGenericType() instanceof ParameterizedType list && list.getActualTypeArguments()[0] == String.class;
        return type == FieldType.TEXTS && !ofTexts ? FieldType.OTHER : type;
    }

    private static FieldType typeOf(Class<?> type) {
        if (type == String.class || type.isEnum()) return FieldType.TEXT;
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) return FieldType.NUMBER;
        if (type == BigDecimal.class) return FieldType.DECIMAL;
        if (type == LocalDate.class) return FieldType.DATE;
        if (type == boolean.class || type == Boolean.class) return FieldType.FLAG;
        if (Collection.class.isAssignableFrom(type)) return FieldType.TEXTS;
        return FieldType.OTHER;
    }
}
