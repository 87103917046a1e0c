package org.kith.referral.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is asked for a person's data as a whole. */
public sealed interface PersonCommand {

    /** Their key is destroyed. What forbids it is to be looked at before: this cannot be undone and so is not refused. */
    record ErasePerson(UUID person, Instant at) implements PersonCommand {}

    /** @param reason code of why nothing may be erased */
    record PlaceHold(UUID person, String reason, Instant at) implements PersonCommand {}

    record LiftHold(UUID person, String reason, Instant at) implements PersonCommand {}

    /** @param programmes that know the person, for whose counts it is */
    record JoinHousehold(UUID person, UUID household, List<String> programmes, Instant at) implements PersonCommand {}

    record LeaveHousehold(UUID person, List<String> programmes, Instant at) implements PersonCommand {}

    /**
     * The reference is found to be another person's second one. Whether the other may be merged into is looked at before.
     *
     * @param reason code of how that is known
     */
    record MergePerson(UUID person, UUID into, String reason, Instant at) implements PersonCommand {}

    /** @param reason code of why they are two people after all */
    record UnmergePerson(UUID person, String reason, Instant at) implements PersonCommand {}
}
