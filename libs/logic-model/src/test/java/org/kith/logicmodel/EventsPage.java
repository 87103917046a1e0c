package org.kith.logicmodel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kith.events.EventCatalogue;
import org.kith.events.PlannedEvents;

/** The page that lists every event, its fields and the numbers that are made from it. */
final class EventsPage {
    private static final String HEAD = """
            # Public events

            Generated from the records of `libs/event-contracts`, its list of planned events and the models in `programmes/`; a test
            keeps it current (`./mvnw -pl libs/logic-model -am test -Dkith.docs.write=true` writes it again). Schemas and samples
            lie in `libs/event-contracts/src/main/resources/org/kith/events`, the AsyncAPI document is [asyncapi.yaml](asyncapi.yaml).

            Every event carries in its headers what every event has: id, stream and version in it, when it happened and when it was
            recorded, programmes, area, provider, actor. A field with `?` may be absent. An indicator stands as `programme/indicator`.
            """;

    private EventsPage() {}

    static String of(List<LogicModel> models) {
        var users = users(models);
        var page = new StringBuilder(HEAD);
        EventCatalogue.all().stream().collect(Collectors.groupingBy(EventCatalogue.Entry::topic, TreeMap::new, Collectors.toList())).forEach((topic, entries) -> {
            page.append("\n## `").append(topic).append("`\nPublished by ").append(publisher(topic)).append(".\n\n| event | version | fields | indicators |\n|---|---|---|---|\n");
            entries.forEach(entry -> page.append(row(entry.type(), Integer.toString(entry.version()), fields(entry), users.getOrDefault(entry.type(), "–"))));
        });
        page.append("\n## Planned\nNo service publishes these yet; an indicator that needs one says \"not yet recorded\".\n\n"
                + "| event | to be published by | fields | indicators |\n|---|---|---|---|\n");
        PlannedEvents.all().forEach(planned -> page.append(row(
                planned.type(), publisher(planned.topic()), planned.fields().entrySet().stream()
                        .map(field -> field(field.getKey(), field.getValue(), false)).collect(Collectors.joining(", ")),
                users.getOrDefault(planned.type(), "–"))));
        return page.toString();
    }

    private static Map<String, String> users(List<LogicModel> models) {
        var users = new TreeMap<String, String>();
        for (var model : models)
            for (var indicator : model.indicators())
                for (var event : indicator.events())
                    users.merge(event, model.programme() + "/" + indicator.id(), (one, other) -> one + ", " + other);
        return users;
    }

    private static String row(String type, String second, String fields, String users) {
        return "| `" + type + "` | " + second + " | " + fields + " | " + users + " |\n";
    }

    private static String fields(EventCatalogue.Entry entry) {
        return entry.fields().stream()
                .map(field -> field(field.getName(), field.getType(), field.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class)))
                .collect(Collectors.joining(", "));
    }

    private static String field(String name, Class<?> type, boolean mayBeAbsent) {
        var word = switch (type.getSimpleName()) {
            case "String" -> "";
            case "int", "long", "Integer" -> " (whole number)";
            case "BigDecimal" -> " (number)";
            case "LocalDate" -> " (date)";
            case "boolean" -> " (true or false)";
            case "List" -> " (list)";
            default -> " (" + type.getSimpleName() + ")";
        };
        return "`" + name + "`" + (mayBeAbsent ? "?" : "") + word;
    }

    private static String publisher(String topic) {
        return topic.split("\\.")[1] + "-service";
    }
}
