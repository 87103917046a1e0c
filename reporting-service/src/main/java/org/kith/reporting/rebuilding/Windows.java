package org.kith.reporting.rebuilding;

import java.util.HashMap;
import java.util.Map;

/**
 * What has come in since a projection was last counted: for each source the offsets from (included) to (excluded).
 *
 * @param ends by source, where the projection stands once the windows are counted
 */
record Windows(Map<Integer, Long> from, Map<Integer, Long> ends) {
    /** Of one source at one time, so that a round fits into memory. */
    private static final long LARGEST = 500;

    /**
     * @param counted how far the projection was counted, by source; a source that is not there was empty
     * @param read how far the facts go
     * @throws IllegalStateException when a position has been set back: facts may have come in that no window covers
     */
    static Windows between(Map<Integer, Long> counted, Map<Integer, Long> read) {
        var from = new HashMap<Integer, Long>();
        var ends = new HashMap<Integer, Long>();
        read.forEach((source, end) -> {
            long start = counted.getOrDefault(source, 0L);
            if (end < start) throw new IllegalStateException("a topic was read again from its beginning meanwhile");
            from.put(source, start);
            ends.put(source, Math.min(end, start + LARGEST));
        });
        return new Windows(from, ends);
    }

    boolean isEmpty() {
        return from.equals(ends);
    }
}
