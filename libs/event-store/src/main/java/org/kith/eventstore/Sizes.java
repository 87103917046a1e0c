package org.kith.eventstore;

import java.nio.charset.StandardCharsets;

/** How large an event is in UTF-8, found out without encoding it when it is obviously small. */
final class Sizes {
    private Sizes() {}

    static boolean exceeds(NewEvent event, int maxBytes) {
        var outgoing = event.outgoing();
        return exceeds(event.encoded().data(), maxBytes)
                || outgoing != null && (exceeds(outgoing.data(), maxBytes) || exceeds(outgoing.envelope(), maxBytes));
    }

    /** Roughly, in bytes; a group need not be exact. */
    static int estimate(NewEvent event) {
        var outgoing = event.outgoing();
        return event.encoded().data().length() + (outgoing == null ? 0 : outgoing.data().length() + outgoing.envelope().length()) + 200;
    }

    private static boolean exceeds(String text, int maxBytes) {
        if (text.length() > maxBytes) return true;
        return text.length() > maxBytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxBytes;
    }
}
