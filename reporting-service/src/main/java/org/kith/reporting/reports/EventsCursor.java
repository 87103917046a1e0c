package org.kith.reporting.reports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Invalid;

/** The last event of a page: the next one starts behind it, however many came in between meanwhile. */
record EventsCursor(int series, LocalDate day, UUID event) {
    static final EventsCursor START = new EventsCursor(-1, LocalDate.of(1, 1, 1), new UUID(0, 0));

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((series + "/" + day + "/" + event).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws org.kith.web.problem.ProblemException 422 for a text that is not a cursor's */
    static EventsCursor parse(@Nullable String text) {
        if (text == null) return START;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
            if (parts.length == 3) return new EventsCursor(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            // the same answer as for a wrong number of parts
        }
        new Invalid().add("after", "not-a-cursor", "Use the address in next as it is.").throwIfAny();
        return START;
    }
}
