package org.kith.referral.people.domain;

import org.kith.decider.Rejection;

/** Why something asked for a person's data as a whole was refused. */
public enum PersonRejection implements Rejection {
    ERASED("person-erased", "The person was erased, so there is nobody to keep or to live with.");

    private final String code;
    private final String detail;

    PersonRejection(String code, String detail) {
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
