package org.kith.referral.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far somebody has come with what they were signposted to; {@link #code()} is part of the API. */
public enum TakeUp {
    SIGNPOSTED("signposted"),
    DID_NOT_COME("did-not-come"),
    FIRST_ATTENDED("first-attended"),
    SUSTAINED("sustained");

    private static final List<TakeUp> SAYABLE_STAGES = List.of(FIRST_ATTENDED, SUSTAINED, DID_NOT_COME);
    /** Codes of what somebody can say. */
    public static final List<String> SAYABLE = SAYABLE_STAGES.stream().map(TakeUp::code).toList();

    private final String code;

    TakeUp(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What somebody can say of it, by its code; empty for anything else. */
    public static Optional<TakeUp> said(@Nullable String code) {
        return SAYABLE_STAGES.stream().filter(stage -> stage.code.equals(code)).findFirst();
    }
}
