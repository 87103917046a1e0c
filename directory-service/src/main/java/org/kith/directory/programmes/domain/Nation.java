package org.kith.directory.programmes.domain;

import java.util.Arrays;
import java.util.Optional;

/** A nation of the United Kingdom: each has code lists, an index of deprivation and a scheme of checks of its own. */
public enum Nation {
    ENGLAND("england"),
    SCOTLAND("scotland"),
    WALES("wales"),
    NORTHERN_IRELAND("northern-ireland");

    private final String code;

    Nation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Nation> of(String code) {
        return Arrays.stream(values()).filter(nation -> nation.code.equals(code)).findFirst();
    }
}
