package org.kith.reference;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.events.DirectoryEvent.Mobilisation;
import org.kith.events.DirectoryEvent.PostCapacitySet;

/**
 * How many people a post is there for, as its funder and its coordinator see it.
 *
 * @param caseloadLimit open referrals at a time; null: none was set
 * @param specialisms reasons for referral, coded
 */
public record Capacity(@Nullable Integer expectedClients, @Nullable Mobilisation mobilisation, @Nullable Integer caseloadLimit, Set<String> specialisms) {

    static final Capacity NOT_SAID = new Capacity(null, null, null, Set.of());

    static Capacity of(PostCapacitySet set) {
        return new Capacity(set.expectedClients(), set.mobilisation(), set.caseloadLimit(), Set.copyOf(set.specialisms()));
    }

    /** Clients expected in a year, by the day; null where nobody expects a number. */
    @Nullable
    Integer expectedOn(LocalDate day) {
        return mobilisation != null && !day.isAfter(mobilisation.until()) ? Integer.valueOf(mobilisation.expectedClients()) : expectedClients;
    }
}
