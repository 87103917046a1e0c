package org.kith.referral.domain;

import java.time.Instant;
import java.util.Optional;
import org.kith.decider.Clocks;
import org.kith.decider.Rejection;

/**
 * A step is said to have happened before the referral of which it is a step. Steps among themselves are recorded in any order, as people
 * come to it, so that no other order is asked for.
 *
 * @param referredAt when the referral itself was made
 */
public record TooEarly(Instant referredAt) implements Rejection {
    /** A consent may be older than the referral; what time itself asks for goes by what is stored, which may be older than this rule. */
    static boolean is(ReferralCommand command, Referral.Known state) {
        return switch (command) {
            case ReferralCommand.Arriving _,ReferralCommand.Consenting _,ReferralCommand.Remind _ -> false;
            case ReferralCommand.Reply _,ReferralCommand.Wait _,ReferralCommand.Allocate _,ReferralCommand.End _,ReferralCommand.Correct _,SupportCommand _ ->
                Clocks.surelyAfter(state.course().referredAt(), command.at());
        };
    }

    static TooEarly of(Referral.Known state) {
        return new TooEarly(state.course().referredAt());
    }

    @Override
    public String code() {
        return "too-early";
    }

    @Override
    public String detail() {
        return "This is before the referral itself, which was made at " + referredAt
                + ": say when it happened since then. Where the referral is dated wrongly, enter it in error and refer again.";
    }

    @Override
    public Optional<String> field() {
        return Optional.of("occurredAt");
    }
}
