package org.kith.bench.store;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.kith.bench.store.Arrivals.Arrive;
import org.kith.bench.store.Arrivals.Arrived;
import org.kith.bench.store.Arrivals.Nothing;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;

/**
 * Writers that each append, wait until it is durable, and append again, every time to a new stream. They work on event
 * loops of their own, as requests do.
 */
final class AppendLoad {
    private final List<Context> loops;
    private final CommandHandler<Arrive, Nothing, Arrived> handler;
    private final int writers;
    private final Arrive command;

    AppendLoad(Vertx vertx, CommandHandler<Arrive, Nothing, Arrived> handler, int writers, int events) {
        this.loops = List.of(loop(vertx), loop(vertx));
        this.handler = handler;
        this.writers = writers;
        this.command = new Arrive(Arrivals.EVENT, events);
    }

    /** Appends a second. */
    double run(Duration time) throws InterruptedException {
        var run = new Run(System.nanoTime() + time.toNanos());
        long begin = System.nanoTime();
        for (int i = 0; i < writers; i++) loops.get(i % loops.size()).runOnContext(_ -> run.next());
        run.finished.await();
        var failure = run.failure.get();
        if (failure != null) throw new IllegalStateException("an append failed", failure);
        return run.done.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private final class Run {
        final long end;
        final LongAdder done = new LongAdder();
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        final AtomicInteger active = new AtomicInteger(writers);
        final CountDownLatch finished = new CountDownLatch(1);

        Run(long end) {
            this.end = end;
        }

        void next() {
            if (System.nanoTime() >= end || failure.get() != null) {
                if (active.decrementAndGet() == 0) finished.countDown();
                return;
            }
            var now = Instant.now();
            var context = CommandContext.of("account-7", UuidV7.at(now), now);
            handler.create(Arrivals.FAMILY.stream(UuidV7.at(now)), command, context, List.of()).subscribe().with(this::finished, this::failed);
        }

        private void finished(Outcome<Nothing> outcome) {
            if (outcome instanceof Outcome.Appended) done.increment();
            else failure.set(new IllegalStateException(outcome.toString()));
            next();
        }

        private void failed(Throwable cause) {
            failure.set(cause);
            next();
        }
    }

    private static Context loop(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    /** For a peer that writes the same bytes. */
    static UUID anyId() {
        return UuidV7.at(Instant.now());
    }
}
