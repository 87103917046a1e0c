package org.kith.referral.timing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks for what is due, one look at a time. After one that failed comes the next as after any other. */
public final class RegularLook {
    private static final Logger LOG = Logger.getLogger(RegularLook.class);

    private RegularLook() {}

    /**
     * @param what is looked for, as the log is to say it
     * @return ends it
     */
    public static Cancellable every(Duration time, String what, Supplier<Uni<?>> look) {
        return Multi.createFrom().ticks().every(time)
                .onOverflow().drop()
                .onItem().transformToUniAndConcatenate(_ -> Uni.createFrom().voidItem().chain(() -> look.get().replaceWithVoid())
                        .onFailure().invoke(failure -> LOG.warnf("%s: looked for again later: %s", what, failure.toString()))
                        .onFailure().recoverWithNull())
                .subscribe().with(_ -> {});
    }
}
