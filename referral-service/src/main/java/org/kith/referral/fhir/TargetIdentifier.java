package org.kith.referral.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** The header {@code NHSD-Target-Identifier}: Base64 of a JSON Identifier of the service that a message is for. */
@Singleton
final class TargetIdentifier {
    static final String HEADER = "NHSD-Target-Identifier";
    private static final int MOST = 1_000;

    private final ObjectMapper json;
    private final FhirSettings settings;

    TargetIdentifier(ObjectMapper json, FhirSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    /** @throws ProblemException 400 for one that cannot be read, or that names a service other than those that are set */
    void check(@Nullable String header) {
        if (header == null) return;
        var value = value(header);
        var known = settings.targetIdentifiers();
        if (known.isPresent() && !known.get().contains(value))
            throw Problems.unreadable("target-identifier", HEADER + " names a service that is not here.");
    }

    private String value(String header) {
        try {
            if (header.length() <= MOST) {
                JsonNode identifier = json.readTree(Base64.getDecoder().decode(header.strip()));
                var system = identifier.path("system").textValue();
                var value = identifier.path("value").textValue();
                if (system != null && !system.isBlank() && value != null && !value.isBlank()) return value;
            }
        } catch (IOException | IllegalArgumentException e) {
            // the same answer as one without a value
        }
        throw Problems.unreadable("target-identifier", HEADER + " is Base64 of a JSON object with system and value.");
    }
}
