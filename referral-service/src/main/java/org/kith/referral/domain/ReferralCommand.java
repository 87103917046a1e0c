package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a referral. {@code at} is when it happened, not when it was recorded. */
public sealed interface ReferralCommand permits
        ReferralCommand.Arriving, ReferralCommand.Reply, ReferralCommand.Wait, ReferralCommand.Allocate, ReferralCommand.End,
        ReferralCommand.Consenting, ReferralCommand.Correct, ReferralCommand.Remind, SupportCommand {
    Instant at();

    /** With which a referral begins. */
    sealed interface Arriving extends ReferralCommand {}

    /**
     * @param consent absent only where somebody may be at risk of harm
     * @param duplicateOf an open referral of the same person to the same programme, if one was found
     */
    record Receive(
            Particulars particulars,
            String organisation,
            String source,
            List<String> reasons,
            Characteristics characteristics,
            String door,
            boolean safeguarding,
            @Nullable Consent consent,
            @Nullable UUID duplicateOf,
            Instant at)
            implements Arriving {}

    /**
     * One that began elsewhere.
     *
     * @param since what had become of it, in its order, each at its own time
     */
    record BringOver(Receive receive, List<ReferralCommand> since) implements Arriving {
        @Override
        public Instant at() {
            return receive.at();
        }
    }

    /** The person's agreement. */
    record Consent(String how, Instant at) {}

    /** What somebody says of it later, whatever has become of the referral. */
    sealed interface Consenting extends ReferralCommand {}

    /** @param by code of who gave it, where it was not simply the person */
    record GiveConsent(Consents.Scope scope, String how, @Nullable String by, Instant at) implements Consenting {}

    record WithdrawConsent(Consents.Scope scope, String how, @Nullable String by, Instant at) implements Consenting {}

    sealed interface Reply extends ReferralCommand {}

    record Accept(Instant at) implements Reply {}

    record Decline(String reason, Instant at) implements Reply {}

    /** What time itself asks for. */
    sealed interface Remind extends ReferralCommand {}

    /** Nobody has answered yet. */
    record Chase(Instant at) implements Remind {}

    /** Nobody has answered for so long, although it was chased, that it counts as declined. */
    record GiveUp(Instant at) implements Remind {}

    /** The waiting list between acceptance and allocation. */
    sealed interface Wait extends ReferralCommand {}

    record PutOnWaitingList(String reason, Instant at) implements Wait {}

    record PauseWaiting(String reason, Instant at) implements Wait {}

    record ResumeWaiting(Instant at) implements Wait {}

    sealed interface Allocate extends ReferralCommand {}

    /** @param covering everybody whose post covers the referral's area on that day, and who is there */
    record AllocateByArea(List<WorkerInPost> covering, Instant at) implements Allocate {}

    /**
     * Somebody else takes what a worker has.
     *
     * @param from who has it, as far as is known
     * @param to who may take it
     */
    record HandOver(String from, List<WorkerInPost> to, String reason, Instant at) implements Allocate {}

    record AllocateByChoice(String worker, String reason, Instant at) implements Allocate {}

    sealed interface End extends ReferralCommand {}

    /** The person takes part no more, and it is nobody's refusal. */
    record Disengage(String reason, Instant at) implements End {}

    record Close(String outcome, Instant at) implements End {}

    /** Who referred takes the referral back. */
    record Cancel(String reason, Instant at) implements End {}

    sealed interface Correct extends ReferralCommand {}

    record SuspectDuplicate(UUID of, Instant at) implements Correct {}

    record ConfirmDuplicate(Instant at) implements Correct {}

    record DismissDuplicate(Instant at) implements Correct {}

    record Reopen(String reason, Instant at) implements Correct {}

    /** @param events ids of every event of the referral so far */
    record EnterInError(String reason, List<UUID> events, Instant at) implements Correct {}
}
