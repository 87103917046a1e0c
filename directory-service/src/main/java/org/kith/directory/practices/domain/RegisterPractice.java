package org.kith.directory.practices.domain;

import java.time.Instant;
import java.util.List;

/** @param memberships those that are news are added; the ones already known need not be sent again and are never removed */
public record RegisterPractice(String practice, PracticeDetails details, List<Membership> memberships, Instant at) {
    public RegisterPractice {
        memberships = List.copyOf(memberships);
    }
}
