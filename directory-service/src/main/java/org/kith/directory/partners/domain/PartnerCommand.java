package org.kith.directory.partners.domain;

import java.time.Instant;

public sealed interface PartnerCommand {
    record Onboard(PartnerDetails details, Instant at) implements PartnerCommand {}

    record Suspend(String reason, Instant at) implements PartnerCommand {}

    record Resume(Instant at) implements PartnerCommand {}

    /** @param previousUntil until when the credentials there are now stay good */
    record Rotate(Instant previousUntil, Instant at) implements PartnerCommand {}
}
