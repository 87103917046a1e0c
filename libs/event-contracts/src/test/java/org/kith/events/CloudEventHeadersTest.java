package org.kith.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {
    private static final UUID ID = UUID.fromString("0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b01");
    private static final Instant AT = Instant.parse("2026-05-04T09:30:00Z");

    @Test
    void what_is_written_reads_back_whole() {
        var everything = new EventEnvelope(
                ID, "/kith/referral", "referral-1", 3, "referral.received", 1, AT, AT.plusSeconds(5), List.of("clics", "croydon-abcd"), "CP4", "org-1",
                "account-1", ID, ID, List.of(ID, new UUID(1, 2)));

        assertThat(CloudEventHeaders.read(CloudEventHeaders.write(everything))).isEqualTo(everything);
    }

    @Test
    void what_an_event_does_not_have_is_no_header() {
        var least = new EventEnvelope(
                ID, "/kith/directory", "code-list-source", 1, "code-list.published", 1, AT, AT, List.of(), null, null, "account-1", ID, null, List.of());

        assertThat(CloudEventHeaders.write(least)).doesNotContainKeys("ce_programmes", "ce_area", "ce_provider", "ce_causationid", "ce_voids");
        assertThat(CloudEventHeaders.read(CloudEventHeaders.write(least))).isEqualTo(least);
    }

    @Test
    void extension_names_are_as_cloudevents_allows_them() {
        assertThat(valid().keySet()).filteredOn(name -> name.startsWith("ce_")).allSatisfy(name -> assertThat(name.substring(3)).matches("[a-z0-9]{1,20}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_subject", "ce_type", "ce_time", "ce_streamversion", "ce_schemaversion", "ce_recordedat", "ce_actor", "ce_correlationid"})
    void a_header_that_is_missing_is_named(String header) {
        var headers = valid();
        headers.remove(header);

        assertThatThrownBy(() -> CloudEventHeaders.read(headers)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(header);
    }

    @ParameterizedTest
    @CsvSource({"ce_id, x", "ce_time, yesterday", "ce_streamversion, first", "ce_specversion, 0.3"})
    void a_header_that_cannot_be_read_is_named(String header, String value) {
        var headers = valid();
        headers.put(header, value);

        assertThatThrownBy(() -> CloudEventHeaders.read(headers)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(header);
    }

    private static Map<String, String> valid() {
        return new HashMap<>(CloudEventHeaders.write(new EventEnvelope(
                ID, "/kith/referral", "referral-1", 1, "referral.received", 1, AT, AT, List.of("clics"), "CP4", null, "account-1", ID, null, List.of())));
    }
}
