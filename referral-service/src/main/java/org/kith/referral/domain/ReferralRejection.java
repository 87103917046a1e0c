package org.kith.referral.domain;

import org.kith.decider.Rejection;

/** Why a command on a referral was refused. */
public enum ReferralRejection implements Rejection {
    ALREADY_RECEIVED("already-received", "This referral was received before."),
    NO_CONSENT("no-consent", "The person has not consented, and it is not a safeguarding referral."),
    NOT_RECEIVED("not-received", "There is no such referral."),
    NOT_AWAITING_REPLY("not-awaiting-reply", "This referral has been replied to already."),
    NOT_ACCEPTED("not-accepted", "Accept the referral first."),
    NOT_ALLOCATED("not-allocated", "Allocate the referral to a worker first."),
    ALREADY_ALLOCATED("already-allocated", "A worker has it already: name another worker, and the reason, to hand it over."),
    NO_WORKER_FOR_AREA(
            "no-worker-for-area",
            "No worker's post covers this area today, so the referral stays unallocated: fill a post, or name a worker and the reason."),
    DECLINED("declined", "This referral was declined."),
    CLOSED("closed", "This referral is closed.");

    private final String code;
    private final String detail;

    ReferralRejection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
