package org.kith.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every public event there is: wire name, version, owning topic, fields. Built from the sealed families themselves. */
public final class EventCatalogue {

    /** One published event. {@code fields} in the order of the record. */
    public record Entry(String type, int version, String topic, Class<? extends PublicEvent> record, List<RecordComponent> fields) {}

    private static final Map<Class<?>, String> TOPICS = Map.of(
            ReferralEvent.class, "kith.referral.events",
            DirectoryEvent.class, "kith.directory.events",
            VolunteerEvent.class, "kith.volunteer.events",
            OutcomesEvent.class, "kith.outcomes.events");

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        Stream.of(PublicEvent.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()).map(event -> entry(family, event)))
                .forEach(entry -> {
                    if (ENTRIES.put(entry.type(), entry) != null)
                        throw new IllegalStateException("two events are called " + entry.type());
                });
    }

    private EventCatalogue() {}

    public static Collection<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    public static @Nullable Entry find(String type) {
        return ENTRIES.get(type);
    }

    /** @throws IllegalArgumentException if the class is not a public event */
    public static Entry of(Class<? extends PublicEvent> event) {
        return ENTRIES.values().stream()
                .filter(entry -> entry.record() == event)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event + " is not in the catalogue"));
    }

    private static Entry entry(Class<?> family, Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) throw new IllegalStateException(event + " has no @EventType");
        return new Entry(type.value(), type.version(), Objects.requireNonNull(TOPICS.get(family)), event.asSubclass(PublicEvent.class), List.of(event.getRecordComponents()));
    }
}
