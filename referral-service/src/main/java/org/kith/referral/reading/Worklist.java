package org.kith.referral.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Phase;
import org.kith.web.caller.Caller;

/** Whose referrals wait for whom. */
@Singleton
final class Worklist {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ITEM = """
            select new org.kith.referral.reading.WorklistItem(
              v.referral, v.person, v.programme, v.area, v.phase, v.occurredAt, v.worker, v.since, v.contacts, v.lastContactAt, v.version)
            from ReferralView v where v.programme in :programmes and v.referral > :after""";
    private static final String ORDER = " order by v.referral";

    private final Mutiny.SessionFactory sessions;

    Worklist(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What the worker has in the caller's programmes, in the order in which it came in. */
    Uni<List<WorklistItem>> of(String worker, Caller caller, @Nullable UUID after, int limit) {
        return sessions.withSession(session -> session
                .createSelectionQuery(ITEM + " and v.worker = :worker" + ORDER, WorklistItem.class)
                .setParameter("programmes", caller.programmes())
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("worker", worker)
                .setMaxResults(limit)
                .getResultList());
    }

    /** What is in that phase in the caller's programmes, whoever has it, in the order in which it came in. */
    Uni<List<WorklistItem>> in(Phase phase, Caller caller, @Nullable UUID after, int limit) {
        return sessions.withSession(session -> session
                .createSelectionQuery(ITEM + " and v.phase = :phase" + ORDER, WorklistItem.class)
                .setParameter("programmes", caller.programmes())
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("phase", phase.code())
                .setMaxResults(limit)
                .getResultList());
    }
}
