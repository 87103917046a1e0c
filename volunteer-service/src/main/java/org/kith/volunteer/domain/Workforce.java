package org.kith.volunteer.domain;

import java.util.Arrays;
import java.util.Optional;

/** With whom a regulated role is carried out. */
public enum Workforce {
    CHILDREN("children"),
    ADULTS("adults");

    private final String code;

    Workforce(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Workforce> of(String code) {
        return Arrays.stream(values()).filter(workforce -> workforce.code.equals(code)).findFirst();
    }
}
