package org.kith.eventstore;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.events.PublicEvent;

/**
 * The public face of a stored event.
 *
 * @param programmes the programmes it counts for, empty for facts that belong to none
 * @param area code of the area within the programme
 * @param provider code of the organisation that did it
 * @param voids ids of the events that this one says never counted
 */
public record Publication(
        PublicEvent event, List<String> programmes, @Nullable String area, @Nullable String provider, List<UUID> voids) {

    public Publication {
        programmes = List.copyOf(programmes);
        voids = List.copyOf(voids);
    }

    public static Publication of(PublicEvent event, String programme, @Nullable String area, @Nullable String provider) {
        return new Publication(event, List.of(programme), area, provider, List.of());
    }

    /** A fact that belongs to no programme, such as a code list. */
    public static Publication of(PublicEvent event) {
        return new Publication(event, List.of(), null, null, List.of());
    }
}
