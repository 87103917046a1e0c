package org.kith.volunteer.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Kinds of training. One module of each required kind makes a volunteer trained, whichever and in whatever order. */
public enum ModuleKind {
    RSPH_LEVEL_1("rsph-level-1"),
    MECC("mecc"),
    MENTAL_HEALTH_AWARENESS("mental-health-awareness"),
    NEEDS_LED("needs-led"),
    ONLINE_PACKAGE("online-package");

    static final Set<ModuleKind> REQUIRED = EnumSet.of(RSPH_LEVEL_1, MECC, MENTAL_HEALTH_AWARENESS, NEEDS_LED);

    private final String code;

    ModuleKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ModuleKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
