package org.kith.referral.allocating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kith.reference.Reference;
import org.kith.referral.domain.WorkerInPost;

/** Who holds posts of a programme on one day. */
record Covering(Reference reference, String programme, LocalDate on) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A lot is one half-time worker and a hundred clients a year: what is expected of a post for which nobody has set a number. */
    private static final int CLIENTS_A_YEAR_PER_FTE_HUNDREDTH = 2;

    Covering(Reference reference, String programme, Instant at) {
        this(reference, programme, LocalDate.ofInstant(at, LONDON));
    }

    /** Who is there and covers the area, in the order of their posts' ids. @param caseloads open referrals by worker; absent: none */
    List<WorkerInPost> area(String area, Map<String, Integer> caseloads) {
        return reference.workersCovering(programme, area, on).stream()
                .filter(covering -> covering.fteHundredths() > 0 && !covering.away())
                .map(covering -> worker(covering, caseloads.getOrDefault(covering.worker(), 0)))
                .toList();
    }

    /** Whether the worker holds a post that covers any area of the programme. */
    boolean anywhere(String worker) {
        return everywhere().anyMatch(covering -> covering.worker().equals(worker));
    }

    /** Every holder of a post, once for each post; also those who are away. */
    List<Reference.Covering> all() {
        return everywhere().distinct().toList();
    }

    private Stream<Reference.Covering> everywhere() {
        return reference.programme(programme).stream()
                .flatMap(p -> p.areas().keySet().stream().sorted())
                .flatMap(area -> reference.workersCovering(programme, area, on).stream());
    }

    private static WorkerInPost worker(Reference.Covering covering, int caseload) {
        var expected = covering.expectedClients();
        int share = expected == null ? covering.fteHundredths() * CLIENTS_A_YEAR_PER_FTE_HUNDREDTH : expected;
        return new WorkerInPost(covering.worker(), share, covering.caseloadLimit(), covering.specialisms(), caseload);
    }
}
