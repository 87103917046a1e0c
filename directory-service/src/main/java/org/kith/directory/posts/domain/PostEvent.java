package org.kith.directory.posts.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface PostEvent extends DomainEvent {
    record SetUp(String post, PostDetails details, Instant occurredAt) implements PostEvent {}

    record Filled(String worker, LocalDate from, Instant occurredAt) implements PostEvent {}

    record WentAway(String worker, LocalDate from, @Nullable LocalDate until, Instant occurredAt) implements PostEvent {}

    /** @param on the first day back */
    record CameBack(String worker, LocalDate on, Instant occurredAt) implements PostEvent {}

    record Vacated(String worker, LocalDate until, Instant occurredAt) implements PostEvent {}
}
