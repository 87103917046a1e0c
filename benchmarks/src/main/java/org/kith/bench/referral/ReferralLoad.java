package org.kith.bench.referral;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * So many partners at once, each on a connection of its own: post, wait for the 201, post the next. On one thread and without an
 * HTTP library, since the load shares the two cores with what is measured.
 */
final class ReferralLoad implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final String host;
    private final List<Partner> partners;
    private final Strangers strangers;

    ReferralLoad(URI address, int connections, Strangers strangers) {
        this(address, connections, strangers, true);
    }

    /** @param withKeys whether each request brings an idempotency key of its own */
    ReferralLoad(URI address, int connections, Strangers strangers, boolean withKeys) {
        this.strangers = strangers;
        host = address.getAuthority();
        var client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        partners = IntStream.range(0, connections).mapToObj(_ -> connected(client, address, withKeys)).toList().stream()
                .map(partner -> partner.toCompletionStage().toCompletableFuture().join()).toList();
    }

    private static Future<Partner> connected(NetClient client, URI address, boolean withKeys) {
        return client.connect(address.getPort(), address.getHost()).map(socket -> new Partner(socket, withKeys));
    }

    /** @return how many were answered 201; any other answer ends the run with an exception */
    long run(Duration time, String token) throws InterruptedException {
        var run = new Run(System.nanoTime() + time.toNanos(), """
                POST /api/referrals HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                """.formatted(host, token));
        for (var partner : partners) vertx.runOnContext(_ -> run.next(partner));
        run.finished.await();
        var failure = run.failure.get();
        if (failure != null) throw new IllegalStateException("a referral was not received: " + failure);
        return run.received.sum();
    }

    private final class Run {
        final long end;
        final String head;
        final LongAdder received = new LongAdder();
        final AtomicReference<@Nullable String> failure = new AtomicReference<>();
        final AtomicInteger active = new AtomicInteger(partners.size());
        final CountDownLatch finished = new CountDownLatch(1);

        Run(long end, String head) {
            this.end = end;
            this.head = head;
        }

        void next(Partner partner) {
            if (System.nanoTime() >= end || failure.get() != null) {
                if (active.decrementAndGet() == 0) finished.countDown();
                return;
            }
            try {
                partner.post(head, strangers.referral(), answer -> {
                    if (answer.startsWith("HTTP/1.1 201 ")) received.increment();
                    else failure.set(answer);
                    next(partner);
                });
            } catch (IllegalStateException e) {
                failure.set(e.getMessage());
                next(partner);
            }
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
