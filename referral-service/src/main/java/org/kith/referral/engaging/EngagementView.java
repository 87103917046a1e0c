package org.kith.referral.engaging;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An engagement as it happened. */
@Schema(name = "PrimaryCareEngaged")
public record EngagementView(UUID id, String programme, String area, String practice, String kind, Instant occurredAt) {}
