package org.kith.referral.people.domain;

import java.util.UUID;

/** What is known of somebody as a whole. */
public sealed interface Person {
    record Remembered() implements Person {}

    record Forgotten(UUID person) implements Person {}
}
