package org.kith.referral.profile;

import org.kith.referral.storage.SealedJson;

/**
 * A kind of fact about a person.
 *
 * @param name as in the address and in storage; permanent
 * @param none what is known as long as nobody has said anything
 */
public record FactKind<T>(String name, SealedJson<T> json, T none) {
    static final FactKind<ContactRules> CONTACT_RULES = new FactKind<>("contact-rules", new SealedJson<>(ContactRules.class), ContactRules.NONE);
    static final FactKind<Communication> COMMUNICATION = new FactKind<>("communication", new SealedJson<>(Communication.class), Communication.NONE);
    static final FactKind<LoneWorkingRisk> LONE_WORKING_RISK = new FactKind<>("lone-working-risk", new SealedJson<>(LoneWorkingRisk.class), LoneWorkingRisk.NONE);
    static final FactKind<Representatives> REPRESENTATIVES = new FactKind<>("representatives", new SealedJson<>(Representatives.class), Representatives.NONE);
}
