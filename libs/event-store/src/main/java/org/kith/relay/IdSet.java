package org.kith.relay;

import java.util.UUID;

/** Many ids in little memory, 16 bytes a slot at most half full: a topic has millions. */
final class IdSet {
    private long[] slots = new long[2 * 1024];
    private int size;

    /** @return false when it was there already */
    boolean add(UUID id) {
        if (size * 4 >= slots.length) grow();
        int slot = find(slots, id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] != 0 || slots[slot + 1] != 0) return false;
        slots[slot] = id.getMostSignificantBits();
        slots[slot + 1] = id.getLeastSignificantBits();
        size++;
        return true;
    }

    boolean contains(UUID id) {
        int slot = find(slots, id.getMostSignificantBits(), id.getLeastSignificantBits());
        return slots[slot] != 0 || slots[slot + 1] != 0;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] == 0 && slots[i + 1] == 0) continue;
            int slot = find(larger, slots[i], slots[i + 1]);
            larger[slot] = slots[i];
            larger[slot + 1] = slots[i + 1];
        }
        slots = larger;
    }

    /** The id's slot, or the free one where it belongs. No event has the id of all zeros. */
    private static int find(long[] slots, long high, long low) {
        long hash = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (hash >>> 33) * 2 & slots.length - 1;
        while ((slots[slot] != 0 || slots[slot + 1] != 0) && (slots[slot] != high || slots[slot + 1] != low)) slot = slot + 2 & slots.length - 1;
        return slot;
    }
}
