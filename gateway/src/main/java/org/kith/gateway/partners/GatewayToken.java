package org.kith.gateway.partners;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The gateway's own account: the only one that may speak for a practice. Its token is kept until shortly before it expires. */
@Singleton
public final class GatewayToken {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    GatewayToken(OidcClient client) {
        this.client = client;
    }

    public Uni<String> get() {
        return tokens.getTokens(client).map(Tokens::getAccessToken).ifNoItem().after(PATIENCE).fail();
    }
}
