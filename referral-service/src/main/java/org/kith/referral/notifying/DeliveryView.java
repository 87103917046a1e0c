package org.kith.referral.notifying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event for one endpoint.
 *
 * @param id by which the receiver knows it, however often it is sent: the {@code webhook-id}
 * @param state pending, delivered, failed after the last try, cancelled because the endpoint was deleted, the person erased, or their consent
 *     withdrawn
 * @param dueAt when it is tried next, unless an earlier one of the same referral still waits
 * @param attempts the latest of them, the last first
 */
@Schema(name = "WebhookDelivery")
record DeliveryView(
        UUID id, UUID endpoint, UUID referral, String kind, String state, Instant createdAt, @Nullable Instant dueAt, @Nullable Instant endedAt,
        List<Attempt> attempts) {

    /**
     * @param status of HTTP, where there was an answer
     * @param failure where there was none: timeout, unreachable, or address-refused
     */
    @Schema(name = "WebhookAttempt")
    record Attempt(Instant at, @Nullable Integer status, @Nullable String failure, int milliseconds) {}
}
