package org.kith.referral.engaging.domain;

/** An engagement's state. */
public sealed interface Engagement {
    record NotYet() implements Engagement {}

    record Happened(EngagementFact.Engaged as) implements Engagement {}
}
