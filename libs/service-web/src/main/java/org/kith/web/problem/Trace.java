package org.kith.web.problem;

import java.util.Arrays;

/**
 * What a log may say about an exception: its types and where it happened. Messages of libraries quote what they choked on (a
 * date, a row's key, a piece of JSON), which may be about a person; only messages written here are shown.
 */
final class Trace {
    private static final int CAUSES = 5;
    private static final int FRAMES = 25;

    private Trace() {}

    static String of(Throwable e) {
        StringBuilder trace = new StringBuilder();
        Throwable at = e;
        for (int i = 0; at != null && i < CAUSES; i++) {
            if (i > 0) trace.append("\ncaused by ");
            trace.append(at.getClass().getName());
            if (isOurs(at)) trace.append(": ").append(at.getMessage());
            Arrays.stream(at.getStackTrace()).limit(FRAMES).forEach(frame -> trace.append("\n  at ").append(frame));
            at = at.getCause() == at ? null : at.getCause();
        }
        return trace.toString();
    }

    private static boolean isOurs(Throwable e) {
        return e.getStackTrace().length > 0 && e.getStackTrace()[0].getClassName().startsWith("org.kith.");
    }
}
