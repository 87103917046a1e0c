package org.kith.referral.people.domain;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of somebody as a whole. */
public sealed interface Person {

    /**
     * @param holds reasons for which nothing of them may be erased
     * @param household absent where nobody said that they live with another
     * @param mergedInto the reference under which they count; absent where it is their own
     */
    record Remembered(SortedSet<String> holds, @Nullable UUID household, @Nullable UUID mergedInto) implements Person {
        static final Remembered FREELY = new Remembered(new TreeSet<>(), null, null);

        public Remembered {
            holds = Collections.unmodifiableSortedSet(holds);
        }

        Remembered with(String reason) {
            var more = new TreeSet<>(holds);
            more.add(reason);
            return new Remembered(more, household, mergedInto);
        }

        Remembered without(String reason) {
            var fewer = new TreeSet<>(holds);
            fewer.remove(reason);
            return new Remembered(fewer, household, mergedInto);
        }

        Remembered in(@Nullable UUID other) {
            return new Remembered(holds, other, mergedInto);
        }

        Remembered into(@Nullable UUID other) {
            return new Remembered(holds, household, other);
        }
    }

    record Forgotten(UUID person) implements Person {}

    /** Why nothing of somebody may be erased; empty for who may be, or was. */
    static Set<String> holdsOn(Person person) {
        return switch (person) {
            case Remembered remembered -> remembered.holds();
            case Forgotten _ -> Set.of();
        };
    }

    static @Nullable UUID householdOf(Person person) {
        return switch (person) {
            case Remembered remembered -> remembered.household();
            case Forgotten _ -> null;
        };
    }
}
