package org.kith.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever published can always be read: each version of each event keeps its schema and a sample. */
class ContractsTest {
    private static final String FOLDER = "libs/event-contracts/src/main/resources/org/kith/events";
    private static final Path CONTRACTS = Path.of(System.getProperty("kith.root")).resolve(FOLDER);
    /** Stricter than a consumer: whatever a sample and its record do not have in common is a mistake here. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static Collection<EventCatalogue.Entry> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void the_schema_is_that_of_the_record(EventCatalogue.Entry event) throws IOException {
        var schema = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(EventSchema.of(event)) + "\n";

        CommittedFile.at(FOLDER + "/" + event.type() + "/" + event.version() + "/schema.json", true).isCurrent(schema);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void the_sample_reads_into_the_record_and_comes_out_as_it_was(EventCatalogue.Entry event) throws IOException {
        var sample = Files.readString(folder(event, event.version()).resolve("sample.json"));

        var read = JSON.readValue(sample, event.record());

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void the_sample_of_each_version_is_of_its_schema(EventCatalogue.Entry event) throws IOException {
        for (int version : IntStream.rangeClosed(1, event.version()).toArray()) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(folder(event, version).resolve("schema.json")));

            assertThat(schema.validate(Files.readString(folder(event, version).resolve("sample.json")), InputFormat.JSON)).as("version %d", version).isEmpty();
        }
    }

    @Test
    void nothing_else_lies_there() throws IOException {
        var known = new TreeSet<String>();
        for (var event : events())
            for (int version = 1; version <= event.version(); version++) {
                known.add(event.type() + "/" + version + "/sample.json");
                known.add(event.type() + "/" + version + "/schema.json");
            }

        try (var files = Files.walk(CONTRACTS)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> CONTRACTS.relativize(file).toString())).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void an_event_is_planned_or_published_and_not_both() {
        assertThat(PlannedEvents.all()).extracting(PlannedEvents.Planned::type)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(events().stream().map(EventCatalogue.Entry::type).toList());
    }

    @Test
    void names_are_nouns_with_what_happened_to_them() {
        assertThat(EventCatalogue.all()).extracting(EventCatalogue.Entry::type)
                .allSatisfy(type -> assertThat(type).matches("[a-z-]+\\.[a-z-]+").doesNotEndWith(".updated"));
        assertThat(PlannedEvents.all()).extracting(PlannedEvents.Planned::type)
                .allSatisfy(type -> assertThat(type).matches("[a-z-]+\\.[a-z-]+").doesNotEndWith(".updated"));
    }

    private static Path folder(EventCatalogue.Entry event, int version) {
        return CONTRACTS.resolve(event.type()).resolve(Integer.toString(version));
    }
}
