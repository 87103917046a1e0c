package org.kith.web.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;

/** Tells a database that is away (try again) from one that refused what we sent (our mistake). */
final class Unreachable {
    private Unreachable() {}

    static boolean isCauseOf(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof PgException refused) return isAway(refused.getSqlState());
            // a connection that broke, or none to be had in time, comes as one of these from the driver
            if (at instanceof IOException || at instanceof VertxException || at instanceof NoStackTraceThrowable) return true;
        }
        return false;
    }

    /** Connection exceptions, too many connections, shutting down or starting up. */
    private static boolean isAway(String sqlState) {
        return sqlState != null && (sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57P"));
    }
}
