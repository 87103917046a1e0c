package org.kith.referral.domain;

import java.util.List;
import java.util.UUID;

/** @param worker opaque id of the worker's account; {@code fteHundredths} 50 is half-time, above 0 */
public record WorkerInPost(String worker, int fteHundredths) {

    /**
     * Who of several takes a referral: spread by its id in proportion to their working time, so that the same referral
     * always comes to the same worker and nobody has to be asked how busy the others are.
     *
     * @param workers at least one, in a stable order
     */
    static String taking(UUID referral, List<WorkerInPost> workers) {
        long all = workers.stream().mapToLong(WorkerInPost::fteHundredths).sum();
        long place = Math.floorMod(referral.getLeastSignificantBits(), all);
        for (var candidate : workers) {
            place -= candidate.fteHundredths();
            if (place < 0) return candidate.worker();
        }
        throw new IllegalArgumentException("nobody has any working time");
    }
}
