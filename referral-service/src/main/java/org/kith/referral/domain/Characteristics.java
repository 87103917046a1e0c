package org.kith.referral.domain;

/** Coded values for evaluation; {@code not-asked} differs from {@code prefer-not-to-say}. Personal data all the same. */
public record Characteristics(String ageBand, String gender, String ethnicity) {}
