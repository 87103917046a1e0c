package org.kith.bench.referral;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** So many partners at once, each on a connection of its own: post, wait for the 201, post the next. */
final class ReferralLoad implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final int connections;

    ReferralLoad(URI address, int connections) {
        this.connections = connections;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(address.getHost()).setDefaultPort(address.getPort()).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** @return how many were answered 201; any other answer ends the run with an exception */
    long run(Duration time, String token) throws InterruptedException {
        var run = new Run(System.nanoTime() + time.toNanos(), "Bearer " + token);
        for (int i = 0; i < connections; i++) vertx.runOnContext(_ -> run.next());
        run.finished.await();
        var failure = run.failure.get();
        if (failure != null) throw new IllegalStateException("a referral was not received", failure);
        return run.received.sum();
    }

    private final class Run {
        final long end;
        final String authorization;
        final LongAdder received = new LongAdder();
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        final AtomicInteger active = new AtomicInteger(connections);
        final CountDownLatch finished = new CountDownLatch(1);

        Run(long end, String authorization) {
            this.end = end;
            this.authorization = authorization;
        }

        void next() {
            if (System.nanoTime() >= end || failure.get() != null) {
                if (active.decrementAndGet() == 0) finished.countDown();
                return;
            }
            http.request(HttpMethod.POST, "/api/referrals")
                    .compose(request -> request
                            .putHeader("Authorization", authorization)
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Idempotency-Key", UUID.randomUUID().toString())
                            .send(Buffer.buffer(Someone.referral())))
                    .compose(answer -> answer.body().map(body -> {
                        if (answer.statusCode() != 201) throw new IllegalStateException(answer.statusCode() + " " + body);
                        return body;
                    }))
                    .onComplete(answer -> {
                        if (answer.succeeded()) received.increment();
                        else failure.set(answer.cause());
                        next();
                    });
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
