package org.kith.referral.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may take a referral.
 *
 * @param worker opaque id of the worker's account
 * @param share of the work, above 0: the clients that are expected of the post in a year
 * @param limit of open referrals at a time; null: none was set
 * @param specialisms reasons for referral that come to this worker before others
 * @param caseload open referrals now
 */
public record WorkerInPost(String worker, int share, @Nullable Integer limit, Set<String> specialisms, int caseload) {

    public WorkerInPost(String worker, int share) {
        this(worker, share, null, Set.of(), 0);
    }

    boolean hasRoom() {
        return limit == null || caseload < limit;
    }

    /**
     * Who of several takes a referral: a specialist for one of its reasons before others, then whoever has least to do for their share.
     * Of those who have equally much, its id says who, in proportion to their shares: a team that begins is not filled one by one.
     *
     * @param workers at least one who has room, in a stable order
     */
    static String taking(UUID referral, Collection<String> reasons, List<WorkerInPost> workers) {
        var room = workers.stream().filter(WorkerInPost::hasRoom).toList();
        var specialists = room.stream().filter(one -> !Collections.disjoint(one.specialisms(), reasons)).toList();
        var candidates = specialists.isEmpty() ? room : specialists;
        var least = candidates.stream().min(WorkerInPost::compareLoad).orElseThrow(() -> new IllegalArgumentException("nobody has room"));
        return byItsId(referral, candidates.stream().filter(one -> compareLoad(one, least) == 0).toList());
    }

    private static int compareLoad(WorkerInPost one, WorkerInPost other) {
        return Long.compare((long) one.caseload() * other.share(), (long) other.caseload() * one.share());
    }

    private static String byItsId(UUID referral, List<WorkerInPost> workers) {
        long all = workers.stream().mapToLong(WorkerInPost::share).sum();
        long place = Math.floorMod(referral.getLeastSignificantBits(), all);
        for (var candidate : workers) {
            place -= candidate.share();
            if (place < 0) return candidate.worker();
        }
        throw new IllegalArgumentException("nobody has any share");
    }
}
