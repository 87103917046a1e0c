package org.kith.referral.following;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.StatusProblems;

/** Who listens: so many streams for each account and in all. */
@Singleton
final class Listeners {
    private static final String RETRY_AFTER = "10";
    private final StreamSettings settings;
    private final Map<String, Integer> byAccount = new HashMap<>();
    private int all;

    Listeners(StreamSettings settings) {
        this.settings = settings;
    }

    /** @throws ProblemException 429 */
    synchronized void enter(String account) {
        int own = byAccount.getOrDefault(account, 0);
        if (own >= settings.perAccount() || all >= settings.all()) throw new ProblemException(StatusProblems.of(429), Map.of("Retry-After", RETRY_AFTER));
        byAccount.put(account, own + 1);
        all++;
    }

    synchronized void leave(String account) {
        byAccount.computeIfPresent(account, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
