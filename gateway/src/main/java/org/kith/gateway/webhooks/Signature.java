package org.kith.gateway.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks deliveries of one practice by Standard Webhooks: five minutes of tolerance, in constant time, with each secret that is good. */
final class Signature {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final int MOST_SIGNATURES = 16;
    /** Public on purpose: what agrees with it is refused all the same. */
    static final Signature NOBODYS = new Signature(List.of(webhook("whsec_" + "A".repeat(32))), false);

    private final List<Webhook> secrets;
    private final boolean somebodys;

    private Signature(List<Webhook> secrets, boolean somebodys) {
        this.secrets = List.copyOf(secrets);
        this.somebodys = somebodys;
    }

    /** @throws IllegalArgumentException when a secret is none */
    static Signature of(@Nullable String current, @Nullable List<String> retiring) {
        List<Webhook> secrets = new ArrayList<>();
        if (current != null) secrets.add(webhook(current));
        if (retiring != null) retiring.forEach(secret -> secrets.add(webhook(secret)));
        if (secrets.isEmpty()) throw new IllegalArgumentException("a practice has a secret");
        return new Signature(secrets, true);
    }

    /** @param secrets all equally good; with none, nothing agrees */
    static Signature of(List<String> secrets) {
        return secrets.isEmpty() ? NOBODYS : of(null, secrets);
    }

    /** @param body exactly as it was sent */
    boolean agrees(MultiMap headers, byte[] body) {
        String payload = utf8(body);
        Map<String, List<String>> signed = signed(headers);
        if (payload == null || signed == null) return false;
        boolean agrees = false;
        for (Webhook secret : secrets) agrees |= agrees(secret, payload, signed);
        return agrees && somebodys;
    }

    private static boolean agrees(Webhook secret, String payload, Map<String, List<String>> headers) {
        try {
            secret.verify(payload, headers);
            return true;
        } catch (WebhookVerificationException | RuntimeException e) {
            return false;
        }
    }

    /** Null unless each header is there once: with two of a kind, another reader might take the other one. */
    private static @Nullable Map<String, List<String>> signed(MultiMap headers) {
        for (String name : List.of(ID, TIMESTAMP, SIGNATURE)) if (headers.getAll(name).size() != 1) return null;
        if (headers.get(SIGNATURE).split(" ").length > MOST_SIGNATURES) return null;
        return Map.of(
                ID, List.of(headers.get(ID)), TIMESTAMP, List.of(headers.get(TIMESTAMP)), SIGNATURE, List.of(headers.get(SIGNATURE)));
    }

    /** Null when the bytes are not UTF-8: replacing what is wrong would check other bytes than those that are carried on. */
    private static @Nullable String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Webhook webhook(String secret) {
        try {
            if (!secret.startsWith("whsec_") || secret.length() < 38) throw new IllegalArgumentException("a secret is whsec_ and 24 bytes or more");
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("a secret is not empty");
        }
    }
}
