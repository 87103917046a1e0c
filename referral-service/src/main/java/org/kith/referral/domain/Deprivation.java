package org.kith.referral.domain;

import org.jspecify.annotations.Nullable;

/**
 * How deprived the place is where somebody lives, as an index of their nation ranks it: a band, from which no place can be told.
 *
 * @param index with its edition, {@code simd-2020v2}; without one where none applied on the day
 * @param decile 1, the most deprived tenth, to 10; {@value #NOT_KNOWN} rather than a guess
 * @param councilArea code, or {@value #NOT_KNOWN}; absent where the nation's index comes without
 */
public record Deprivation(String index, String decile, @Nullable String councilArea) {
    public static final String NOT_KNOWN = "not-known";

    /** 1, the most deprived fifth, to 5. */
    public String quintile() {
        return decile.equals(NOT_KNOWN) ? NOT_KNOWN : Integer.toString((Integer.parseInt(decile) + 1) / 2);
    }
}
