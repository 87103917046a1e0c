package org.kith.referral.outreach.entries;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an entry never should have been made. */
@Schema(name = "EntryInError", requiredProperties = "reason")
public record ErrorRequest(
        @Schema(description = "Code list 'entered-in-error-reason'", examples = "duplicate") @Nullable String reason) {}
