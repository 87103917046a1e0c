package org.kith.acceptance;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that keep posting cases of one kind, each with a key of its own; a request that got no answer is sent again with its
 * key until it has one, as a careful client does. One in ten is invalid on purpose.
 */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Between two cases of one client: hardly any, so that a kill meets many at once. */
    private static final Duration PRESSING = Duration.ofMillis(25);
    /** They go on coming, and leave room for what was killed to start again. */
    private static final Duration EASY = Duration.ofMillis(200);

    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Posting posting;
    private final ExecutorService clients;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile Duration pace = PRESSING;

    /** @param clients how many post at the same time */
    Load(Posting posting, int clients) {
        this.posting = posting;
        this.clients = Executors.newFixedThreadPool(clients);
        for (var i = 0; i < clients; i++) running.add(this.clients.submit(this::post));
    }

    private void post() {
        for (var i = 0; open.get(); i++) {
            var invalid = i % 10 == 9;
            var answer = untilAnswered(UUID.randomUUID().toString(), invalid ? posting.refusedBody() : posting.body().get());
            if (invalid) refused.incrementAndGet();
            var expected = invalid ? 422 : 201;
            if (answer.statusCode() != expected)
                throw new AssertionError("expected " + expected + ", got " + answer.statusCode() + ": " + answer.asString());
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    private Response untilAnswered(String key, String body) {
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            var answer = attempt(key, body);
            if (answer.isPresent()) {
                if (answer.get().statusCode() == 201) accepted.put(key, answer.get().header("Location"));
                return answer.get();
            }
            retried.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("no answer within " + PATIENCE + " for key " + key);
    }

    /** An answer that says what became of the request; nothing for a broken connection and for "try again". */
    private Optional<Response> attempt(String key, String body) {
        try {
            var answer = Kith.as(posting.client()).post(posting.path(), body, key);
            return answer.statusCode() >= 500 || answer.statusCode() == 429 ? Optional.empty() : Optional.of(answer);
        } catch (Exception broken) {
            if (broken instanceof InterruptedException) Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void press() {
        pace = PRESSING;
    }

    void ease() {
        pace = EASY;
    }

    int accepted() {
        return accepted.size();
    }

    int retried() {
        return retried.get();
    }

    int refused() {
        return refused.get();
    }

    Posting posting() {
        return posting;
    }

    /** Key → address of what it became. */
    Map<String, String> finish() throws Exception {
        open.set(false);
        for (var client : running) client.get(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS);
        return Map.copyOf(accepted);
    }

    @Override
    public void close() {
        open.set(false);
        clients.shutdownNow();
    }
}
