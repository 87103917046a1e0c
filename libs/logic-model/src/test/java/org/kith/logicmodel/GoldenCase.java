package org.kith.logicmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.folding.Tally;
import org.kith.logicmodel.periods.Period;
import org.kith.logicmodel.reading.EventVocabulary;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.resolver.Resolver;

/** A file of {@code programmes/cases}: events, and the numbers that a report must show for them. Form: programmes/README.md. */
record GoldenCase(String period, List<Fact> facts, Map<String, Map<String, Object>> expected) {

    @SuppressWarnings("unchecked")
    static GoldenCase read(Path file, String programme, EventVocabulary vocabulary) {
        Map<String, Object> yaml = load(file);
        var facts = new ArrayList<Fact>();
        for (var event : (List<Map<String, Object>>) yaml.get("events")) facts.add(fact(event, programme, vocabulary));
        return new GoldenCase(yaml.get("period").toString(), facts, (Map<String, Map<String, Object>>) yaml.get("expect"));
    }

    /** What the numbers are, in the form in which the case expects them. */
    Map<String, Object> actual(String indicator, LogicModel model, Tally tally) {
        var asked = Period.parse(period, model.year().starts());
        var actual = new TreeMap<String, Object>();
        for (var key : expected.get(indicator).keySet())
            actual.put(key, switch (key) {
                case "value" -> shown(tally.value(indicator, asked, null));
                case "target" -> shown(model.targetFor(model.indicator(indicator).orElseThrow(), asked, null));
                case "by" -> breakDowns(indicator, tally, asked);
                default -> shown(tally.value(indicator, asked, key));
            });
        return actual;
    }

    Map<String, Object> expectedOf(String indicator) {
        var texts = new TreeMap<String, Object>();
        expected.get(indicator).forEach((key, value) -> texts.put(key, value instanceof Map<?, ?> map ? texts(map) : value.toString()));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> breakDowns(String indicator, Tally tally, Period asked) {
        var all = new TreeMap<String, Object>();
        for (var field : ((Map<String, Object>) expected.get(indicator).get("by")).keySet()) {
            var values = new TreeMap<String, Object>();
            tally.breakDown(indicator, field, asked, null).forEach((name, value) -> {
                if (value != null && value.signum() != 0) values.put(name, shown(value));
            });
            all.put(field, values);
        }
        return all;
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        var texts = new TreeMap<String, Object>();
        map.forEach((key, value) -> texts.put(key.toString(), value instanceof Map<?, ?> inner ? texts(inner) : value.toString()));
        return texts;
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "none" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String shown(ScaledTarget target) {
        return switch (target) {
            case ScaledTarget.NoneSet() -> "none set";
            case ScaledTarget.NotScalable _ -> "not for this period";
            case ScaledTarget.Scaled(var from, var to) -> to == null ? shown(from) : shown(from) + " to " + shown(to);
        };
    }

    @SuppressWarnings("unchecked")
    private static Fact fact(Map<String, Object> event, String programme, EventVocabulary vocabulary) {
        var type = event.keySet().stream().filter(key -> key.contains(".")).findFirst().orElseThrow();
        var known = vocabulary.find(type);
        assertThat(known).as("event " + type).isNotNull();
        var data = (Map<String, Object>) event.get(type);
        assertThat(known.fields().keySet()).as("fields of " + type).containsAll(data.keySet());
        var day = LocalDate.parse(event.get("on").toString());
        var programmes = event.containsKey("programme") ? List.of(event.get("programme").toString()) : List.of(programme);
        return Fact.of(
                UUID.randomUUID(), type, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), programmes, (String) event.get("area"),
                (String) event.get("provider"), data);
    }

    private static Map<String, Object> load(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(new DumperOptions()), new DumperOptions(), new NoDates())
                    .load(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves 2026-05-04 a text, as it is in an event's JSON. */
    private static final class NoDates extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tf");
            addImplicitResolver(Tag.INT, INT, "-0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-0123456789.");
        }
    }
}
