package org.kith.directory.partners.domain;

import java.util.Arrays;
import java.util.Optional;

/** How a partner comes in; {@link #code()} is part of the API. */
public enum PartnerKind {
    /** A partner organisation's system, over REST with tokens of its own client. */
    SYSTEM("system"),
    /** A practice's system, through the webhook door with a secret of its own. */
    PRACTICE("practice");

    private final String code;

    PartnerKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PartnerKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
