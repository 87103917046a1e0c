package org.kith.referral.domain;

/** What a referral is once something has happened to it. */
final class Evolution {
    private Evolution() {}

    static Referral after(ReferralFact fact, Referral before) {
        return fact instanceof ReferralFact.Received e
                ? new Referral.AwaitingReply(e.particulars(), Course.of(e.source(), e.organisation(), e.reasons(), e.occurredAt()), e.particulars().receivedAt(), false)
                : after(fact, known(before));
    }

    private static Referral after(ReferralFact fact, Referral.Known before) {
        var about = before.particulars();
        var course = before.course();
        return switch (fact) {
            case ReferralFact.Received _ -> before;
            case ConsentFact e -> before.with(course.and(e));
            case ReferralFact.Accepted _ -> new Referral.Accepted(about, course);
            case ReferralFact.Chased _ -> before instanceof Referral.AwaitingReply(_, _, var since, _) ? new Referral.AwaitingReply(about, course, since, true) : before;
            case ReferralFact.Declined _ -> new Referral.Declined(about, course);
            case ReferralFact.Allocated e -> new Referral.Allocated(about, course, e.worker(), e.occurredAt());
            case ReferralFact.Disengaged _ -> new Referral.Disengaged(about, course);
            case ReferralFact.Closed _ -> new Referral.Closed(about, course);
            case ReferralFact.Cancelled _ -> new Referral.Cancelled(about, course);
            case WaitingFact e -> WaitingList.after(e, before);
            case CorrectingFact e -> Correcting.after(e, before);
            case SupportFact e -> before.with(course.and(e));
        };
    }

    private static Referral.Known known(Referral state) {
        if (state instanceof Referral.Known known) return known;
        throw new IllegalStateException("the stream does not begin with its receipt");
    }
}
