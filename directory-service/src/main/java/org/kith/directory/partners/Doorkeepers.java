package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who keeps the doors, the gateway, waits here for changes of partners, and by asking for what comes after a change says that it
 * knows it. So an answer to an administrator can wait until what was asked holds at the door.
 */
@Singleton
final class Doorkeepers {
    private record Waiting(long state, UniEmitter<? super Boolean> emitter) {}

    private static final Duration OF_LATE = Duration.ofSeconds(10);

    private volatile long askedAt;
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final List<Waiting> forChange = new CopyOnWriteArrayList<>();
    private final List<Waiting> forKnowledge = new CopyOnWriteArrayList<>();

    /** Called after a change was committed. */
    void changed(long state) {
        advance(changed, state, forChange);
    }

    /** Called when a doorkeeper asks for what comes after a state: it knows that one. */
    void knows(long state) {
        askedAt = System.nanoTime();
        advance(known, state, forKnowledge);
    }

    /** Until there is a state after this one, or the time is over: then another replica may have changed something. */
    Uni<Boolean> after(long state, Duration most) {
        return until(changed, state + 1, forChange, most);
    }

    /** Until a doorkeeper knows this state, or the time is over; not at all where none has asked of late. */
    Uni<Boolean> known(long state, Duration most) {
        boolean nobody = askedAt == 0 || System.nanoTime() - askedAt > OF_LATE.toNanos();
        return nobody ? Uni.createFrom().item(false) : until(known, state, forKnowledge, most);
    }

    private static void advance(AtomicLong at, long state, List<Waiting> waiting) {
        at.accumulateAndGet(state, Math::max);
        for (var one : waiting) if (one.state() <= state && waiting.remove(one)) one.emitter().complete(true);
    }

    private static Uni<Boolean> until(AtomicLong at, long state, List<Waiting> waiting, Duration most) {
        return Uni.createFrom().<Boolean>emitter(emitter -> {
            var one = new Waiting(state, emitter);
            waiting.add(one);
            emitter.onTermination(() -> waiting.remove(one));
            // after it was added, so that no change can fall between looking and waiting
            if (at.get() >= state && waiting.remove(one)) emitter.complete(true);
        }).ifNoItem().after(most).recoverWithItem(false);
    }
}
