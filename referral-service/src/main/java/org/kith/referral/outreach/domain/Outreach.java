package org.kith.referral.outreach.domain;

import java.time.Instant;

/** An entry's state. */
public sealed interface Outreach {
    record NotRecorded() implements Outreach {}

    /** An entry that was made, right or wrong. */
    sealed interface Known extends Outreach {
        Where where();

        Content content();

        Instant occurredAt();
    }

    record OnRecord(Where where, Content content, Instant occurredAt) implements Known {}

    record InError(Where where, Content content, Instant occurredAt, String reason) implements Known {}
}
