package org.kith.referral.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.storage.History.Entry;
import org.kith.referral.storage.SealedNote;
import org.kith.vault.PersonKey;

/**
 * One event of a referral's history.
 *
 * @param id of the event, as it stands behind a report's number
 * @param event its name, as in the catalogue of events
 * @param by opaque id of the account that recorded it
 * @param said codes and references
 * @param note about the person; absent where none was written, and once the person was erased
 */
@Schema(name = "Step")
record StepAnswer(
        UUID id, long version, String event, Instant occurredAt, Instant recordedAt, String by, Map<String, Object> said, @Nullable String note) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    static StepAnswer of(Entry entry, @Nullable PersonKey key) {
        var note = entry.sealed() == null || key == null ? null : SealedNote.open(key, entry.event(), entry.sealed());
        return new StepAnswer(entry.event(), entry.version(), entry.type(), entry.occurredAt(), entry.recordedAt(), entry.actor(), said(entry), note);
    }

    private static Map<String, Object> said(Entry entry) {
        try {
            var fields = JSON.readValue(entry.data(), FIELDS);
            fields.remove("occurredAt");
            return fields;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event of ours cannot be read: " + entry.type());
        }
    }

    /** Says nothing, so that nothing of a note can end up in a log. */
    @Override
    public String toString() {
        return "StepAnswer[…]";
    }
}
