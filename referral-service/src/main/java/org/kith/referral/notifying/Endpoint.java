package org.kith.referral.notifying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation wants to be told.
 *
 * @param state active, or disabled since the receiver answered 410
 * @param secret with which deliveries are signed; only in the answer to who registered it or gave it a new one
 */
@Schema(name = "WebhookEndpoint")
record Endpoint(
        UUID id, String organisation, String url, List<String> kinds, String format, String state, Instant registeredAt, long version,
        @Nullable String secret) {

    Endpoint with(String shown) {
        return new Endpoint(id, organisation, url, kinds, format, state, registeredAt, version, shown);
    }

    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
