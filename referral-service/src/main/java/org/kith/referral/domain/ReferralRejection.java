package org.kith.referral.domain;

import org.kith.decider.Rejection;

/** Why a command on a referral was refused. */
public enum ReferralRejection implements Rejection {
    ALREADY_RECEIVED("already-received", "This referral was received before."),
    NO_CONSENT("no-consent", "The person has not consented, and it is not a safeguarding referral."),
    ALREADY_WITHDRAWN("already-withdrawn", "The person has withdrawn this consent already, or all of it."),
    CONSENT_WITHDRAWN("consent-withdrawn", "The person has withdrawn their consent to this being shared: ask them, and record that they gave it."),
    NOT_RECEIVED("not-received", "There is no such referral."),
    NOT_AWAITING_REPLY("not-awaiting-reply", "This referral has been replied to already."),
    ALREADY_CHASED("already-chased", "Somebody was reminded of this referral before."),
    NOT_CHASED_YET("not-chased-yet", "Nobody was reminded of this referral yet."),
    NOT_ACCEPTED("not-accepted", "Accept the referral first."),
    NOT_ALLOCATED("not-allocated", "Allocate the referral to a worker first."),
    ALREADY_ALLOCATED("already-allocated", "A worker has it already: name another worker, and the reason, to hand it over."),
    NO_WORKER_FOR_AREA(
            "no-worker-for-area",
            "No worker who is there today holds a post that covers this area, so the referral stays unallocated: fill a post, or name a worker and the reason."),
    EVERYONE_AT_CAPACITY(
            "everyone-at-capacity",
            "Everybody who covers this area has as many open referrals as their post allows: put it on the waiting list, or name a worker and the reason."),
    NOT_WITH_THAT_WORKER("not-with-that-worker", "Another worker has the referral by now."),
    NOT_WAITING("not-waiting", "The referral is not on the waiting list."),
    ALREADY_WAITING("already-waiting", "The referral is on the waiting list already."),
    WAITING_STANDS_STILL("waiting-stands-still", "The waiting clock stands still already."),
    WAITING_GOES_ON("waiting-goes-on", "The waiting clock runs already."),
    BEFORE_THE_LAST_CHANGE("before-the-last-change", "The waiting clock was changed after that moment: say a later one."),
    NOT_SIGNPOSTED("not-signposted", "The person was not signposted to this in this referral."),
    NOT_ATTENDED_YET("not-attended-yet", "Say first that the person attended for the first time."),
    ALREADY_TAKEN_UP("already-taken-up", "This was said before."),
    ALREADY_SUSPECTED("already-suspected", "A duplicate is suspected already: confirm or dismiss that first."),
    NOT_SUSPECTED("not-suspected", "No duplicate is suspected."),
    NOT_ITS_OWN_DUPLICATE("not-its-own-duplicate", "A referral is no duplicate of itself."),
    NOT_ENDED("not-ended", "The referral has not ended, so there is nothing to reopen."),
    ENTERED_IN_ERROR("entered-in-error", "This referral was entered in error, and nothing of it counts."),
    NO_SUCH_GOAL("no-such-goal", "No such goal was agreed in this referral."),
    NO_SUCH_ONWARD_REFERRAL("no-such-onward-referral", "No such onward referral was made in this referral."),
    DISENGAGED("disengaged", "The person takes part in this referral no more."),
    DECLINED("declined", "This referral was declined."),
    CANCELLED("cancelled", "Who referred has taken this referral back."),
    REFERRER_NOT_TOLD("consent-withdrawn", "The person wants you told no more of this referral: ask the programme to end it."),
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
