package org.kith.logicmodel;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which events an indicator is made from.
 *
 * @param events wire names, at least one
 * @param where the condition as it is written in the model, for the definition; absent for every event
 * @param matches the part of the condition that depends on the event alone; total, never throws
 * @param on date field that says when it counts; absent for the day it happened. An event without that date does not count
 * @param periodCondition the part that compares a date of the event with the asked period, if there is one
 */
public record Selection(
        List<String> events, @Nullable String where, Predicate<Fact> matches, @Nullable String on,
        @Nullable PeriodCondition periodCondition) {

    public Selection {
        events = List.copyOf(events);
    }

    String definition() {
        return String.join(" or ", events) + (where == null ? "" : " where " + where) + (on == null ? "" : " on " + on);
    }
}
