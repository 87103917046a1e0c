package org.kith.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;

/** A record that is skipped by its header, and yet would change the reference data, would be missed without a word. */
class DirectoryRecordsTest {
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static Stream<String> types() {
        return EventCatalogue.all().stream().filter(entry -> entry.topic().equals("kith.directory.events")).map(EventCatalogue.Entry::type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_that_changes_reference_data_is_read_from_its_record(String type) throws IOException {
        var entry = EventCatalogue.find(type);
        var sample = sample(entry);
        var event = JSON.readValue(sample, entry.record().asSubclass(DirectoryEvent.class));
        for (boolean suspended : List.of(true, false)) {
            var before = knowing(JSON.readTree(sample).path("partner").asText(), suspended);

            assertThat(DirectoryRecords.apply(before, record(entry, sample))).isEqualTo(before.apply(envelope(entry), event));
        }
    }

    private static Reference knowing(String partner, boolean suspended) {
        return new Reference(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(partner, new PartnerLimits("practice:P1", null, Map.of(), suspended)));
    }

    private static ConsumerRecord<String, byte[]> record(EventCatalogue.Entry entry, byte[] sample) {
        var record = new ConsumerRecord<>(entry.topic(), 0, 0, "stream", sample);
        CloudEventHeaders.write(envelope(entry)).forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static EventEnvelope envelope(EventCatalogue.Entry entry) {
        return new EventEnvelope(new UUID(0, 1), "/kith/directory", "stream", 1, entry.type(), entry.version(), Instant.EPOCH, Instant.EPOCH,
                List.of("norfolk-living-well"), null, null, "somebody", new UUID(0, 2), null, List.of());
    }

    private static byte[] sample(EventCatalogue.Entry entry) throws IOException {
        try (var file = DirectoryEvent.class.getResourceAsStream(entry.type() + "/" + entry.version() + "/sample.json")) {
            return file.readAllBytes();
        }
    }
}
