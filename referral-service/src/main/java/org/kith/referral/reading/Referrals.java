package org.kith.referral.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.referral.storage.ReferralView;
import org.kith.web.caller.Caller;
import org.kith.web.problem.Problems;

/** Referrals as they stand, for who may see them. */
@Singleton
public final class Referrals {
    private final Mutiny.SessionFactory sessions;

    Referrals(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** @return fails with a 404 problem where there is none, or where it is not the caller's to see */
    public Uni<ReferralView> seenBy(Caller caller, UUID referral) {
        return sessions.withSession(session -> session.find(ReferralView.class, referral)).map(view -> {
            if (view == null) throw Problems.notFound();
            caller.mustSee(view.programme, view.organisation);
            return view;
        });
    }
}
