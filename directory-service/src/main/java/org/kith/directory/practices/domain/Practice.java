package org.kith.directory.practices.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public sealed interface Practice {
    record NotRegistered() implements Practice {}

    /** @param memberships by programme and day, one for each day */
    record Registered(PracticeDetails details, List<Membership> memberships) implements Practice {

        Registered with(Membership membership) {
            var all = new ArrayList<>(memberships);
            all.removeIf(m -> m.programme().equals(membership.programme()) && m.from().equals(membership.from()));
            all.add(membership);
            all.sort(Comparator.comparing(Membership::programme).thenComparing(Membership::from));
            return new Registered(details, List.copyOf(all));
        }
    }
}
