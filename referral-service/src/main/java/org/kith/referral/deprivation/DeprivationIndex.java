package org.kith.referral.deprivation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four nations' indexes of multiple deprivation; their ranks cannot be compared with one another. */
enum DeprivationIndex {
    SIMD("simd", "scotland"),
    IMD("imd", "england"),
    WIMD("wimd", "wales"),
    NIMDM("nimdm", "northern-ireland");

    private final String code;
    private final String nation;

    DeprivationIndex(String code, String nation) {
        this.code = code;
        this.nation = nation;
    }

    String code() {
        return code;
    }

    /** Scotland's comes with council areas. */
    boolean hasCouncilAreas() {
        return this == SIMD;
    }

    static Optional<DeprivationIndex> of(String code) {
        return Arrays.stream(values()).filter(index -> index.code.equals(code)).findFirst();
    }

    static Optional<DeprivationIndex> ofNation(@Nullable String nation) {
        return Arrays.stream(values()).filter(index -> index.nation.equals(nation)).findFirst();
    }
}
