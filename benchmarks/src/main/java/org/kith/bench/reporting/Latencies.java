package org.kith.bench.reporting;

import java.util.Collection;

/** Times in milliseconds. */
record Latencies(double median, double ninetyNinth, double most) {

    /** @param nanos at least one */
    static Latencies of(Collection<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Latencies(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }
}
