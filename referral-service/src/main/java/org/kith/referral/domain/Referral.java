package org.kith.referral.domain;

import java.time.Instant;

/** A referral's state, one record per phase. */
public sealed interface Referral {
    record NotReceived() implements Referral {}

    /** A referral that came in, whatever became of it. */
    sealed interface Known extends Referral {
        Particulars particulars();

        Course course();

        Phase phase();

        /** The same, with more having come of it. */
        Known with(Course course);
    }

    /** Accepted, and not at its end. */
    sealed interface Open extends Known {}

    /** @param since when the waiting for a reply began; {@code chased} once somebody was reminded of it */
    record AwaitingReply(Particulars particulars, Course course, Instant since, boolean chased) implements Known {
        public Phase phase() {
            return Phase.AWAITING_REPLY;
        }

        public Known with(Course more) {
            return new AwaitingReply(particulars, more, since, chased);
        }
    }

    record Declined(Particulars particulars, Course course) implements Known {
        public Phase phase() {
            return Phase.DECLINED;
        }

        public Known with(Course more) {
            return new Declined(particulars, more);
        }
    }

    /** Accepted, and nobody's yet. */
    record Accepted(Particulars particulars, Course course) implements Open {
        public Phase phase() {
            return Phase.ACCEPTED;
        }

        public Known with(Course more) {
            return new Accepted(particulars, more);
        }
    }

    /** On the waiting list. */
    record Waiting(Particulars particulars, Course course, WaitingClock clock) implements Open {
        public Phase phase() {
            return Phase.WAITING;
        }

        public Known with(Course more) {
            return new Waiting(particulars, more, clock);
        }
    }

    /** In support from the first contact on. @param since when the worker got it */
    record Allocated(Particulars particulars, Course course, String worker, Instant since) implements Open {
        public Phase phase() {
            return course.contacts().held() == 0 ? Phase.ALLOCATED : Phase.IN_SUPPORT;
        }

        public Known with(Course more) {
            return new Allocated(particulars, more, worker, since);
        }
    }

    record Disengaged(Particulars particulars, Course course) implements Known {
        public Phase phase() {
            return Phase.DISENGAGED;
        }

        public Known with(Course more) {
            return new Disengaged(particulars, more);
        }
    }

    record Closed(Particulars particulars, Course course) implements Known {
        public Phase phase() {
            return Phase.CLOSED;
        }

        public Known with(Course more) {
            return new Closed(particulars, more);
        }
    }

    /** Taken back by who referred. */
    record Cancelled(Particulars particulars, Course course) implements Known {
        public Phase phase() {
            return Phase.CANCELLED;
        }

        public Known with(Course more) {
            return new Cancelled(particulars, more);
        }
    }

    /** It should never have been: nothing of it counts. */
    record EnteredInError(Particulars particulars, Course course) implements Known {
        public Phase phase() {
            return Phase.ENTERED_IN_ERROR;
        }

        public Known with(Course more) {
            return new EnteredInError(particulars, more);
        }
    }
}
