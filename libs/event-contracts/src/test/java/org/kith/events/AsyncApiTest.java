package org.kith.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    @Test
    void the_committed_document_is_current() throws IOException {
        CommittedFile.at("docs/asyncapi.yaml", false).isCurrent(YAML.writeValueAsString(AsyncApi.document()));
    }

    @Test
    void each_reference_leads_somewhere() {
        var document = AsyncApi.document();

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(document.at(ref.substring(1))).isNotInstanceOf(MissingNode.class));
    }

    @Test
    void each_header_that_is_sent_is_described() {
        var everything = new EventEnvelope(
                UUID.randomUUID(), "/kith/referral", "referral-1", 1, "referral.received", 1, Instant.EPOCH, Instant.EPOCH, List.of("clics"), "CP4", "org",
                "account", UUID.randomUUID(), UUID.randomUUID(), List.of(UUID.randomUUID()));
        JsonNode described = AsyncApi.document().at("/components/schemas/headers/properties");

        assertThat(described.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(CloudEventHeaders.write(everything).keySet());
    }
}
