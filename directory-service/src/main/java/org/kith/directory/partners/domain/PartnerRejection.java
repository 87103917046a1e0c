package org.kith.directory.partners.domain;

import org.kith.decider.Rejection;

public enum PartnerRejection implements Rejection {
    UNKNOWN("unknown", "There is no such partner."),
    ALREADY_ONBOARDED("already-onboarded", "This organisation's system or this practice has credentials already: rotate them."),
    ALREADY_SUSPENDED("already-suspended", "This partner is suspended already."),
    NOT_SUSPENDED("not-suspended", "This partner is not suspended.");

    private final String code;
    private final String detail;

    PartnerRejection(String code, String detail) {
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
