package org.kith.referral.sessions.domain;

/** A session's state. */
public sealed interface SupportSession {
    record NotHeld() implements SupportSession {}

    record Held(SessionFact.Held as) implements SupportSession {}
}
