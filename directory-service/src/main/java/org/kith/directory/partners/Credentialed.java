package org.kith.directory.partners;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A partner's credentials, as they are shown to who made them.
 *
 * @param clientId, tokens of a system: with the secret it gets its tokens there
 * @param webhook of a practice: where its deliveries go, signed with the secret
 */
@Schema(name = "PartnerCredentials")
public record Credentialed(
        String id, String kind, int generation, @Nullable String clientId, @Nullable String tokens, @Nullable String webhook, String secret) {
    @Override
    public String toString() {
        return "Credentialed[" + id + "]";
    }
}
