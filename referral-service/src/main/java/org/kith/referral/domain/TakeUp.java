package org.kith.referral.domain;

/** How far somebody has come with what they were signposted to; {@link #code()} is part of the API. */
public enum TakeUp {
    SIGNPOSTED("signposted"),
    FIRST_ATTENDED("first-attended"),
    SUSTAINED("sustained");

    private final String code;

    TakeUp(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
