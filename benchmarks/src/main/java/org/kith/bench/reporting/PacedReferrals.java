package org.kith.bench.reporting;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kith.bench.referral.Strangers;

/** Posts referrals at a steady pace, whether or not earlier ones are answered, and notes when each 201 came. */
final class PacedReferrals implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    /** Everything happens on one event loop: the client's own work must not compete with itself for two cores. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient http;
    private final Strangers strangers;

    PacedReferrals(URI address, Strangers strangers) {
        this.strangers = strangers;
        http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(address.getHost()).setDefaultPort(address.getPort()).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** @return stream of the referral → {@code System.nanoTime()} of its 201; any other answer ends the run with an exception */
    Map<String, Long> run(int perSecond, Duration time, String token) throws InterruptedException {
        var answered = new ConcurrentHashMap<String, Long>();
        var failure = new AtomicReference<@Nullable Throwable>();
        long posts = perSecond * time.toSeconds();
        var open = new AtomicInteger();
        long begin = System.nanoTime();
        for (long i = 0; i < posts && failure.get() == null; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            open.incrementAndGet();
            context.runOnContext(_ -> post(token, answered, failure, open));
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (open.get() > 0 && System.nanoTime() < until) LockSupport.parkNanos(1_000_000);
        if (open.get() > 0) throw new IllegalStateException(open.get() + " referrals were not answered within " + PATIENCE.toSeconds() + " s");
        var failed = failure.get();
        if (failed != null) throw new IllegalStateException("a referral was not received", failed);
        return answered;
    }

    private void post(String token, Map<String, Long> answered, AtomicReference<@Nullable Throwable> failure, AtomicInteger open) {
        http.request(HttpMethod.POST, "/api/referrals")
                .compose(request -> request
                        .putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Idempotency-Key", UUID.randomUUID().toString())
                        .send(Buffer.buffer(strangers.referral())))
                .compose(answer -> {
                    long now = System.nanoTime();
                    if (answer.statusCode() != 201) throw new IllegalStateException("answered " + answer.statusCode());
                    var location = answer.getHeader("Location");
                    answered.put("referral-" + location.substring(location.lastIndexOf('/') + 1), now);
                    return answer.body();
                })
                .onComplete(answer -> {
                    if (answer.failed()) failure.set(answer.cause());
                    open.decrementAndGet();
                });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
