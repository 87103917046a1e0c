package org.kith.referral.people.domain;

import java.time.Instant;
import java.util.UUID;

public record ErasePerson(UUID person, Instant at) {}
