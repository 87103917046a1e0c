package org.kith.referral.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.SupportFact;
import org.kith.web.checking.Shapes;

/** What was done with somebody in the period, counted: a fold over the history of their referrals. */
final class SupportGiven {
    private static final String OPEN = "open";

    private final Map<String, Integer> contacts = new TreeMap<>();
    private final Map<String, Integer> signposted = new TreeMap<>();
    private final Map<String, Integer> onward = new TreeMap<>();
    private final TreeSet<String> uses = new TreeSet<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private String outcome = OPEN;

    void add(ReferralFact fact) {
        switch (fact) {
            case SupportFact.ContactHeld e -> {
                contacts.merge(e.mode(), 1, Integer::sum);
                supported(e.occurredAt());
            }
            case SupportFact.SupportGiven e -> supported(e.occurredAt());
            case SupportFact.Signposted e -> signposted.merge(e.kind(), 1, Integer::sum);
            case SupportFact.OnwardReferred e -> onward.merge(e.kind(), 1, Integer::sum);
            case SupportFact.ServiceUseReported e -> uses.addAll(e.uses());
            default -> throw new IllegalArgumentException("not asked for: " + fact.getClass());
        }
    }

    /** How the latest referral ended, if it did. */
    void endedWith(@Nullable ReferralFact end) {
        outcome = switch (end) {
            case ReferralFact.Closed e -> e.outcome();
            case ReferralFact.Disengaged _ -> "disengaged";
            case ReferralFact.Cancelled _ -> "cancelled";
            case null, default -> OPEN;
        };
    }

    private void supported(Instant at) {
        if (first == null || at.isBefore(first)) first = at;
        if (last == null || at.isAfter(last)) last = at;
    }

    LocalDate firstDay() {
        return day(first);
    }

    String firstMonth() {
        return YearMonth.from(day(first)).toString();
    }

    String lastMonth() {
        return YearMonth.from(day(last)).toString();
    }

    private static LocalDate day(@Nullable Instant at) {
        return LocalDate.ofInstant(Objects.requireNonNull(at, "only who was supported is asked for"), Shapes.LONDON);
    }

    Map<String, Integer> contacts() {
        return contacts;
    }

    Map<String, Integer> signposted() {
        return signposted;
    }

    Map<String, Integer> onward() {
        return onward;
    }

    List<String> uses() {
        return new ArrayList<>(uses);
    }

    String outcome() {
        return outcome;
    }
}
