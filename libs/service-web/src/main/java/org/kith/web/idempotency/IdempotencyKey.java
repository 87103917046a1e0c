package org.kith.web.idempotency;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Problems;

/**
 * A key of one caller for one request.
 *
 * @param caller      opaque id of the account
 * @param value       1 to 255 visible ASCII characters, as the caller chose it
 * @param requestHash keyed hash of method, path and body
 */
public record IdempotencyKey(String caller, String value, byte[] requestHash) {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /**
     * @param header its name
     * @param sent all headers of that name
     * @return null when there is none
     * @throws org.kith.web.problem.ProblemException 400 when there are several, or one that is no key
     */
    public static @Nullable String read(String header, List<String> sent) {
        if (sent.isEmpty()) return null;
        if (sent.size() > 1 || !VALUE.matcher(sent.getFirst()).matches())
            throw Problems.unreadable("idempotency-key", header + " is sent once, as 1 to 255 visible ASCII characters.");
        return sent.getFirst();
    }
}
