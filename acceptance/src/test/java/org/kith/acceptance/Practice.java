package org.kith.acceptance;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;

/** A GP system that delivers referrals by Standard Webhooks, signing with the practice's own secret. */
record Practice(String code, String secret, String url) {

    record Delivery(String id, Instant at, String body, String signature) {
        Delivery withBody(String other) {
            return new Delivery(id, at, other, signature);
        }

        Delivery withSignature(String other) {
            return new Delivery(id, at, body, other);
        }
    }

    Delivery sign(String body) {
        return sign(body, "msg_" + UUID.randomUUID(), Instant.now());
    }

    Delivery sign(String body, String id, Instant at) {
        return new Delivery(id, at, body, signature(secret, id, at, body));
    }

    Response deliver(Delivery delivery) {
        return RestAssured.given()
                .contentType("application/json")
                .header("webhook-id", delivery.id())
                .header("webhook-timestamp", delivery.at().getEpochSecond())
                .header("webhook-signature", delivery.signature())
                .body(delivery.body())
                .post(url);
    }

    static String signature(String secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }
}
