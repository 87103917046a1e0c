package org.kith.referral.outreach.domain;

import java.util.Arrays;

/** Kinds of outreach; {@link #code()} is stored and told, and permanent. */
public enum Kind {
    FIRST_CONTACT_FORM("first-contact-form"),
    ENQUIRY("enquiry"),
    GUIDE("guide");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when it is the code of none */
    public static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of outreach: " + code));
    }
}
