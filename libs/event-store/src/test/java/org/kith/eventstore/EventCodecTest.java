package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.decider.DomainEvent;

class EventCodecTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123456Z");

    sealed interface Event extends DomainEvent {}
    record Moved(String area, LocalDate on, @Nullable String why, Instant occurredAt) implements Event {}
    record Ended(Instant occurredAt) implements Event {}

    private final EventCodec<Event> codec = EventCodec.of(Event.class)
            .event("moved", Moved.class, data -> data.put("place", data.remove("town").asText()), data -> {
                data.set("area", data.remove("place"));
                return data;
            })
            .event("ended", Ended.class)
            .build();

    @Test
    void writes_a_name_a_version_and_json_without_absent_values() {
        assertThat(codec.encode(new Moved("fens", LocalDate.of(2026, 3, 1), null, AT)))
                .isEqualTo(new EventCodec.Encoded("moved", 3, "{\"area\":\"fens\",\"on\":\"2026-03-01\",\"occurredAt\":\"2026-03-02T10:15:30.123456Z\"}"));
    }

    @Test
    void reads_what_it_wrote() {
        var event = new Moved("fens", LocalDate.of(2026, 3, 1), "nearer", AT);
        var encoded = codec.encode(event);
        assertThat(codec.decode(encoded.type(), encoded.version(), encoded.data())).isEqualTo(event);
    }

    @Test
    void reads_every_older_version_through_its_upcasters() {
        var expected = new Moved("fens", LocalDate.of(2026, 3, 1), null, AT);
        assertThat(codec.decode("moved", 1, "{\"town\":\"fens\",\"on\":\"2026-03-01\",\"occurredAt\":\"2026-03-02T10:15:30.123456Z\"}")).isEqualTo(expected);
        assertThat(codec.decode("moved", 2, "{\"place\":\"fens\",\"on\":\"2026-03-01\",\"occurredAt\":\"2026-03-02T10:15:30.123456Z\"}")).isEqualTo(expected);
    }

    @Test
    void refuses_what_it_does_not_know_without_quoting_the_data() {
        assertThatThrownBy(() -> codec.decode("vanished", 1, "{}")).hasMessageContaining("unknown type (vanished version 1)");
        assertThatThrownBy(() -> codec.decode("moved", 4, "{}")).hasMessageContaining("unknown version");
        assertThatThrownBy(() -> codec.decode("moved", 3, "{\"on\":\"confidential\"}")).hasMessageNotContaining("confidential").hasNoCause();
    }

    @Test
    void an_event_without_a_stored_name_is_found_when_the_codec_is_built() {
        assertThatThrownBy(() -> EventCodec.of(Event.class).event("ended", Ended.class).build()).hasMessageContaining("Moved");
    }
}
