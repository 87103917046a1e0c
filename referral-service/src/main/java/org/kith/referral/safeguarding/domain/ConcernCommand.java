package org.kith.referral.safeguarding.domain;

import java.time.Instant;

/** What somebody, or time, asks of a concern. {@code at} is when it is said: a concern is not told of later. */
public sealed interface ConcernCommand {
    record Raise(Concern.About about, String kind, String by, Instant at) implements ConcernCommand {}

    record Acknowledge(String by, Instant at) implements ConcernCommand {}

    record Act(String action, Instant at) implements ConcernCommand {}

    /** Nobody has acknowledged it in time. */
    record Remind(Instant at) implements ConcernCommand {}
}
