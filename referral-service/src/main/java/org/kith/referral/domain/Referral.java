package org.kith.referral.domain;

import java.time.Instant;

/** A referral's state, one record per phase. */
public sealed interface Referral {
    record NotReceived() implements Referral {}

    /** A referral that came in, whatever became of it. */
    sealed interface Known extends Referral {
        Particulars particulars();

        Phase phase();
    }

    record AwaitingReply(Particulars particulars) implements Known {
        public Phase phase() {
            return Phase.AWAITING_REPLY;
        }
    }

    record Declined(Particulars particulars) implements Known {
        public Phase phase() {
            return Phase.DECLINED;
        }
    }

    /** Accepted, and nobody's yet. */
    record Accepted(Particulars particulars) implements Known {
        public Phase phase() {
            return Phase.ACCEPTED;
        }
    }

    /** @param since when the worker got it; {@code contacts} whoever held them */
    record Allocated(Particulars particulars, String worker, Instant since, Contacts contacts) implements Known {
        public Phase phase() {
            return Phase.ALLOCATED;
        }
    }

    record Closed(Particulars particulars, Contacts contacts) implements Known {
        public Phase phase() {
            return Phase.CLOSED;
        }
    }
}
