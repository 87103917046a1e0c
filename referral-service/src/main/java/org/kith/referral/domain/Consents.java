package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.decider.Decision;

/**
 * What somebody agreed to in a referral, as they last said it. A narrower thing that was said holds before a wider one; with the whole
 * everything narrower is withdrawn.
 */
public record Consents(Map<Scope, Boolean> said) {
    /** That who referred is told how it goes. */
    public static final String TELL_REFERRER = "tell-referrer";
    /** That another organisation is told of the person, as in an onward referral. */
    public static final String SHARE = "share-with";
    /** With which somebody was referred. A referral for safeguarding needs none, and is dealt with like any other. */
    public static final Consents AS_REFERRED = new Consents(Map.of());

    /**
     * @param purpose code; absent for the referral as a whole
     * @param recipient reference of an organisation, group …; absent for whoever it is
     */
    public record Scope(@Nullable String purpose, @Nullable String recipient) {
        private static final Scope WHOLE = new Scope(null, null);

        private boolean isWithin(Scope wider) {
            return wider.equals(WHOLE) || wider.recipient == null && wider.purpose != null && wider.purpose.equals(purpose);
        }
    }

    public Consents {
        said = Collections.unmodifiableMap(said);
    }

    public boolean allow(@Nullable String purpose, @Nullable String recipient) {
        return allow(new Scope(purpose, recipient));
    }

    private boolean allow(Scope asked) {
        return Stream.of(asked, new Scope(asked.purpose, null), Scope.WHOLE).filter(said::containsKey).findFirst().map(said::get).orElse(true);
    }

    static Decision<ReferralFact> decide(ReferralCommand.Consenting command, Referral.Known state) {
        return switch (command) {
            case ReferralCommand.GiveConsent c -> accept(new ConsentFact.Given(c.how(), c.scope().purpose(), c.scope().recipient(), c.by(), c.at()));
            case ReferralCommand.WithdrawConsent c when !state.course().consents().allow(c.scope()) -> reject(ReferralRejection.ALREADY_WITHDRAWN);
            case ReferralCommand.WithdrawConsent c -> accept(new ConsentFact.Withdrawn(c.how(), c.scope().purpose(), c.scope().recipient(), c.by(), c.at()));
        };
    }

    /** Facts are taken in the order in which they were recorded. */
    public Consents and(ConsentFact fact) {
        // With it nearly every referral begins, and nothing changes.
        if (fact instanceof ConsentFact.Given given && given.purpose() == null && !said.containsKey(Scope.WHOLE)) return this;
        var after = new HashMap<>(said);
        switch (fact) {
            case ConsentFact.Given e -> after.put(new Scope(e.purpose(), e.recipient()), true);
            case ConsentFact.Withdrawn e -> {
                var scope = new Scope(e.purpose(), e.recipient());
                after.keySet().removeIf(narrower -> narrower.isWithin(scope));
                after.put(scope, false);
            }
        }
        return new Consents(after);
    }
}
