package org.kith.referral.sessions;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as it was held. */
@Schema(name = "SupportSessionHeld")
public record SessionView(
        UUID id, String programme, String area, String strand, String kind, @Nullable String theme, int attended, Instant occurredAt) {}
