package org.kith.referral.allocating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kith.reference.Reference;
import org.kith.referral.domain.WorkerInPost;

/** Who holds posts of a programme on one day. */
record Covering(Reference reference, String programme, LocalDate on) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    Covering(Reference reference, String programme, Instant at) {
        this(reference, programme, LocalDate.ofInstant(at, LONDON));
    }

    /** In the order of their posts' ids. */
    List<WorkerInPost> area(String area) {
        return reference.workersCovering(programme, area, on).stream()
                .filter(covering -> covering.fteHundredths() > 0)
                .map(covering -> new WorkerInPost(covering.worker(), covering.fteHundredths()))
                .toList();
    }

    /** Whether the worker holds a post that covers any area of the programme. */
    boolean anywhere(String worker) {
        return reference.programme(programme).stream()
                .flatMap(p -> p.areas().keySet().stream())
                .flatMap(area -> reference.workersCovering(programme, area, on).stream())
                .anyMatch(covering -> covering.worker().equals(worker));
    }
}
