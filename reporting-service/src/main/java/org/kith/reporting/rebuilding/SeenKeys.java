package org.kith.reporting.rebuilding;

/**
 * Which keys may have come before, in a fixed 16 MB however many there are (a Bloom filter). Sure about those that are new; of those
 * that are not, the database decides. Some ten million keys are told apart with an error in a thousand; more make the answer slower,
 * never wrong.
 */
final class SeenKeys {
    private static final int WORDS = 1 << 21;
    private static final int PROBES = 4;

    private final long[] bits = new long[WORDS];

    /** @return true when no key of this hash has been added before: then this very key has not */
    boolean add(long hash) {
        boolean isNew = false;
        long step = hash << 32 | hash >>> 32 | 1;
        long probe = hash;
        for (int i = 0; i < PROBES; i++, probe += step) {
            int word = (int) (probe >>> 6) & WORDS - 1;
            long bit = 1L << probe;
            isNew |= (bits[word] & bit) == 0;
            bits[word] |= bit;
        }
        return isNew;
    }
}
