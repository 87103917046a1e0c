package org.kith.directory.programmes.domain;

import java.util.Arrays;
import java.util.Optional;

/** The six of Article 6(1) UK GDPR, on one of which a programme processes personal data. */
public enum LawfulBasis {
    CONSENT("consent"),
    CONTRACT("contract"),
    LEGAL_OBLIGATION("legal-obligation"),
    VITAL_INTERESTS("vital-interests"),
    PUBLIC_TASK("public-task"),
    LEGITIMATE_INTERESTS("legitimate-interests");

    private final String code;

    LawfulBasis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<LawfulBasis> of(String code) {
        return Arrays.stream(values()).filter(basis -> basis.code.equals(code)).findFirst();
    }
}
