package org.kith.directory.organisations.domain;

import org.kith.decider.Rejection;

public enum OrganisationRejection implements Rejection {
    ALREADY_IDENTIFIED("already-identified", "This organisation was identified already.");

    private final String code;
    private final String detail;

    OrganisationRejection(String code, String detail) {
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
