package org.kith.directory.funding.domain;

import org.kith.decider.Rejection;

public enum FundRejection implements Rejection {
    UNKNOWN_FUND("unknown-fund", "There is no such fund."),
    BUDGET_EXCEEDED("budget-exceeded", "What is left in the fund is less than this grant."),
    OUTSIDE_FUND_PERIOD("outside-fund-period", "The grant is awarded on a day outside the fund's period."),
    BELOW_AWARDED("below-awarded", "Grants were awarded for more than this amount already."),
    AWARD_OUTSIDE_PERIOD("award-outside-period", "A grant was awarded on a day that this period leaves out."),
    PROGRAMME_FIXED("programme-fixed", "A fund stays in its programme."),
    ALREADY_AWARDED("already-awarded", "This grant was awarded already.");

    private final String code;
    private final String detail;

    FundRejection(String code, String detail) {
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
