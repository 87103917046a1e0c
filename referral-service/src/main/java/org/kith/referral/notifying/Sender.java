package org.kith.referral.notifying;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends one delivery once, by Standard Webhooks. The name is looked up once and the connection made to the address that was
 * found allowed, under the certificate of the name. No redirect is followed, and of the answer nothing but its head is read.
 */
@Singleton
final class Sender {
    /** Names that nobody answers for take long, and threads of their own. */
    private static final int RESOLVING_AT_ONCE = 16;
    private static final int MOST_CONNECTIONS = 256;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final WorkerExecutor resolving;
    private final HttpClient client;
    private final NotifyingSettings settings;

    @Inject
    Sender(Vertx vertx, NotifyingSettings settings) {
        this(vertx, settings, null);
    }

    /** @param trust who vouches for receivers; null: whom the JDK trusts */
    Sender(Vertx vertx, NotifyingSettings settings, @Nullable TrustOptions trust) {
        this.resolving = vertx.createSharedWorkerExecutor("kith-webhooks", RESOLVING_AT_ONCE);
        this.settings = settings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setTrustOptions(trust)
                        // each delivery looks its address up anew
                        .setKeepAlive(false)
                        .setPipelining(false)
                        .setDecompressionSupported(false)
                        .setMaxHeaderSize(8 * 1024)
                        .setConnectTimeout((int) settings.timeout().toMillis())
                        .setIdleTimeout((int) Math.max(1, settings.timeout().toSeconds())),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    }

    @PreDestroy
    void stop() {
        client.close();
        resolving.close();
    }

    /** @param body the same at every try */
    record Message(UUID id, String mediaType, String body) {}

    /** @param secrets each that is good signs. @return never fails */
    Uni<Outcome> send(Message message, Destination to, List<String> secrets, Instant now) {
        long began = System.nanoTime();
        return Uni.createFrom().<Outcome>completionStage(() -> resolving.executeBlocking(to::resolve, false)
                .compose(address -> address == null
                        ? Future.succeededFuture(failed("address-refused", began))
                        : exchange(message, to, address, secrets, now).map(answer -> answered(answer, began)))
                .toCompletionStage())
                .ifNoItem().after(settings.timeout()).recoverWithItem(() -> failed("timeout", began))
                .onFailure().recoverWithItem(_ -> failed("unreachable", began));
    }

    private Future<HttpClientResponse> exchange(Message message, Destination to, InetAddress address, List<String> secrets, Instant now) {
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address.getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.target())
                .setFollowRedirects(false)
                .setTimeout(settings.timeout().toMillis()))
                .compose(request -> signed(request, message, secrets, now).send(Buffer.buffer(message.body())));
    }

    private static HttpClientRequest signed(HttpClientRequest request, Message message, List<String> secrets, Instant now) {
        return request
                .putHeader("content-type", message.mediaType())
                .putHeader("user-agent", "Kith")
                .putHeader("webhook-id", message.id().toString())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", secrets.stream().map(secret -> signature(secret, message, now)).collect(Collectors.joining(" ")));
    }

    private static String signature(String secret, Message message, Instant now) {
        try {
            return new Webhook(secret).sign(message.id().toString(), now.getEpochSecond(), message.body());
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("a secret of ours signs", e);
        }
    }

    private static Outcome answered(HttpClientResponse answer, long began) {
        int status = answer.statusCode();
        var retryAfter = retryAfter(answer.getHeader("retry-after"));
        // the connection goes with it: what follows the head is not asked for, nor how the receiver takes that
        answer.request().connection().exceptionHandler(_ -> {}).close();
        return new Outcome(status, null, retryAfter, Duration.ofNanos(System.nanoTime() - began));
    }

    private static Outcome failed(String code, long began) {
        return new Outcome(null, code, null, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Of the header's two forms the one in seconds, and at most a day. */
    static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("[0-9]{1,9}")) return null;
        var asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }
}
