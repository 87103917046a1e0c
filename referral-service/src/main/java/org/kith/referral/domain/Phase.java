package org.kith.referral.domain;

/** How far a referral has come; {@link #code()} is part of the API. */
public enum Phase {
    AWAITING_REPLY("awaiting-reply"),
    DECLINED("declined"),
    ACCEPTED("accepted"),
    WAITING("waiting"),
    ALLOCATED("allocated"),
    IN_SUPPORT("in-support"),
    DISENGAGED("disengaged"),
    CLOSED("closed"),
    CANCELLED("cancelled"),
    ENTERED_IN_ERROR("entered-in-error");

    private final String code;

    Phase(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
