package org.kith.referral.domain;

import org.jspecify.annotations.Nullable;

/**
 * Coded values for evaluation; {@code not-asked} differs from {@code prefer-not-to-say}. Personal data all the same.
 *
 * @param deprivation absent in a programme of no nation, and before anybody looked
 */
public record Characteristics(String ageBand, String gender, String ethnicity, @Nullable Deprivation deprivation) {

    /** Of whom nobody looked up where they live. */
    public Characteristics(String ageBand, String gender, String ethnicity) {
        this(ageBand, gender, ethnicity, null);
    }
}
