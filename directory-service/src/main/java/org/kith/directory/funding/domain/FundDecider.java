package org.kith.directory.funding.domain;

import static org.kith.directory.funding.domain.FundRejection.ALREADY_AWARDED;
import static org.kith.directory.funding.domain.FundRejection.AWARD_OUTSIDE_PERIOD;
import static org.kith.directory.funding.domain.FundRejection.BELOW_AWARDED;
import static org.kith.directory.funding.domain.FundRejection.BUDGET_EXCEEDED;
import static org.kith.directory.funding.domain.FundRejection.OUTSIDE_FUND_PERIOD;
import static org.kith.directory.funding.domain.FundRejection.PROGRAMME_FIXED;
import static org.kith.directory.funding.domain.FundRejection.UNKNOWN_FUND;

import java.util.Set;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.funding.domain.Fund.Open;
import org.kith.directory.funding.domain.Fund.Unknown;
import org.kith.directory.funding.domain.FundCommand.AwardGrant;
import org.kith.directory.funding.domain.FundCommand.SetFundingLine;
import org.kith.directory.funding.domain.FundEvent.GrantAwarded;
import org.kith.directory.funding.domain.FundEvent.LineSet;

public final class FundDecider implements Decider<FundCommand, Fund, FundEvent> {

    @Override
    public Fund initial() {
        return new Unknown();
    }

    @Override
    public Decision<FundEvent> decide(FundCommand command, Fund state) {
        return switch (command) {
            case SetFundingLine c when state instanceof Open open -> change(c, open);
            case SetFundingLine c -> Decision.accept(new LineSet(c.fund(), c.line(), c.at()));
            case AwardGrant c when state instanceof Open open -> award(c, open);
            case AwardGrant _ -> Decision.reject(UNKNOWN_FUND);
        };
    }

    private static Decision<FundEvent> change(SetFundingLine c, Open open) {
        if (c.line().equals(open.line())) return Decision.accept();
        if (!c.line().programme().equals(open.line().programme())) return Decision.reject(PROGRAMME_FIXED);
        if (c.line().amountPence() < open.awardedPence()) return Decision.reject(BELOW_AWARDED);
        if (!open.allAwardsWithin(c.line())) return Decision.reject(AWARD_OUTSIDE_PERIOD);
        return Decision.accept(new LineSet(c.fund(), c.line(), c.at()));
    }

    private static Decision<FundEvent> award(AwardGrant c, Open open) {
        if (open.grants().contains(c.grant().grant())) return Decision.reject(ALREADY_AWARDED);
        if (!open.line().spans(c.grant().awardedOn())) return Decision.reject(OUTSIDE_FUND_PERIOD);
        if (c.grant().amountPence() > open.remainingPence()) return Decision.reject(BUDGET_EXCEEDED);
        return Decision.accept(new GrantAwarded(c.fund(), c.grant(), c.provider(), c.at()));
    }

    @Override
    public Fund evolve(Fund state, FundEvent event) {
        return switch (event) {
            case LineSet e when state instanceof Open open -> open.with(e.line());
            case LineSet e -> new Open(e.fund(), e.line(), 0, Set.of(), null, null);
            case GrantAwarded e when state instanceof Open open -> open.with(e.grant());
            case GrantAwarded _ -> throw new IllegalStateException("awarded from a fund that was never set");
        };
    }
}
