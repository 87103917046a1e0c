package org.kith.referral.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Consents;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.SealedContent;
import org.kith.referral.storage.StandingConsents;
import org.kith.vault.Access;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

/** A referral as somebody may see it, whichever way they ask. That they saw the person is in the audit before they do. */
@Singleton
public final class Disclosure {
    /** Who refers sees what they sent; who supports the person sees whom they support. Others see the referral alone. */
    private static final List<String> SEE_THE_PERSON = List.of(Role.REFERRER, Role.WORKER, Role.COORDINATOR);

    private final Referrals referrals;
    private final StandingConsents consents;
    private final VaultStore vault;

    Disclosure(Referrals referrals, StandingConsents consents, VaultStore vault) {
        this.referrals = referrals;
        this.consents = consents;
        this.vault = vault;
    }

    /** @param key null for who may not see the person, and once the person was erased; {@code content} then too */
    public record Disclosed(ReferralView view, @Nullable PersonKey key, @Nullable SealedContent content) {
        private static Disclosed with(ReferralView view, @Nullable PersonKey key) {
            return new Disclosed(view, key, key == null ? null : SealedContent.open(key, view.referral, view.sealed));
        }
    }

    /**
     * @return fails with a problem: 404 where there is none, or where it is not the caller's to see, 403 for who referred once the person
     *     wants them told no more
     */
    public Uni<Disclosed> of(UUID referral, Asked asked) {
        return referrals.seenBy(asked.caller(), referral)
                .call(view -> asked.caller().isStaff() ? Uni.createFrom().voidItem() : consents.of(referral).invoke(Disclosure::mayBeTold))
                .chain(view -> key(view, asked).map(key -> Disclosed.with(view, key.orElse(null))));
    }

    private static void mayBeTold(Consents consents) {
        if (!consents.allow(Consents.TELL_REFERRER, null))
            throw new ProblemException(Problem.of(403, "consent-withdrawn", "Not allowed", "The person has withdrawn their consent to your being told."));
    }

    private Uni<Optional<PersonKey>> key(ReferralView view, Asked asked) {
        var caller = asked.caller();
        if (SEE_THE_PERSON.stream().noneMatch(caller::is)) return Uni.createFrom().item(Optional.empty());
        return vault.keyFor(access(view, caller, asked.correlationId()));
    }

    private static Access access(ReferralView view, Caller caller, UUID correlationId) {
        return new Access(view.person, "referral/" + view.referral, caller.subject(), caller.organisation(), correlationId);
    }
}
