package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kith.eventstore.EventStore;

/** What was done about a partner: its events are the audit, committed before anything was answered. */
@Singleton
public class PartnerHistory {
    private final EventStore store;

    PartnerHistory(EventStore store) {
        this.store = store;
    }

    /** @param actor opaque id of the administrator's account */
    @Schema(name = "PartnerAct")
    public record Act(String type, Instant at, String actor, UUID correlationId) {}

    @Schema(name = "PartnerHistory")
    public record Answer(List<Act> done) {}

    Uni<Answer> of(UUID partner) {
        return store.read("partner-" + partner).map(events -> new Answer(events.stream()
                .map(event -> new Act(event.type(), event.recordedAt(), event.actor(), event.correlationId()))
                .toList()));
    }
}
