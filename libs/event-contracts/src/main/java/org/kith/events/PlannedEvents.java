package org.kith.events;

import java.util.List;
import java.util.Map;

/** Events that are agreed but that no service publishes yet, so that models can already name them. */
public final class PlannedEvents {

    /** @param fields name to Java type, in order */
    public record Planned(String type, String topic, Map<String, Class<?>> fields) {}

    private PlannedEvents() {}

    public static List<Planned> all() {
        return List.of();
    }
}
