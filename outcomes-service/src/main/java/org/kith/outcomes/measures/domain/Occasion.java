package org.kith.outcomes.measures.domain;

import java.util.Arrays;
import java.util.Optional;

public enum Occasion {
    BASELINE("baseline"),
    FOLLOW_UP("follow-up");

    private final String code;

    Occasion(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Occasion> of(String code) {
        return Arrays.stream(values()).filter(occasion -> occasion.code.equals(code)).findFirst();
    }
}
