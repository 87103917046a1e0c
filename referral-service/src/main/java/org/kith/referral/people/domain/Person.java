package org.kith.referral.people.domain;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What is known of somebody as a whole. */
public sealed interface Person {

    /** @param holds reasons for which nothing of them may be erased */
    record Remembered(SortedSet<String> holds) implements Person {
        static final Remembered FREELY = new Remembered(new TreeSet<>());

        public Remembered {
            holds = Collections.unmodifiableSortedSet(holds);
        }

        Remembered with(String reason) {
            var more = new TreeSet<>(holds);
            more.add(reason);
            return new Remembered(more);
        }

        Remembered without(String reason) {
            var fewer = new TreeSet<>(holds);
            fewer.remove(reason);
            return new Remembered(fewer);
        }
    }

    record Forgotten(UUID person) implements Person {}

    /** Why nothing of somebody may be erased; empty for who may be, or was. */
    static Set<String> holdsOn(Person person) {
        return switch (person) {
            case Remembered(var holds) -> holds;
            case Forgotten _ -> Set.of();
        };
    }
}
