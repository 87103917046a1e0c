package org.kith.referral.domain;

/** How far a referral has come; {@link #code()} is part of the API. */
public enum Phase {
    AWAITING_REPLY("awaiting-reply"),
    DECLINED("declined"),
    ACCEPTED("accepted"),
    ALLOCATED("allocated"),
    CLOSED("closed");

    private final String code;

    Phase(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
