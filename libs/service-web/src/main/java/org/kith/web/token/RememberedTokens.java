package org.kith.web.token;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Callers;

/**
 * Stands before quarkus-oidc: a token whose key is not published is refused at once, one that was verified before is taken as
 * it was then, any other goes to quarkus-oidc, which alone decides whether it is good.
 */
@Singleton
public final class RememberedTokens implements HttpAuthenticationMechanism {
    private static final int BEFORE_OIDC = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;

    /** @param until seconds since 1970; @param key as it was published when the token was verified */
    private record Verified(SecurityIdentity identity, long until, String keyId, String key) {}

    private final OidcAuthenticationMechanism oidc;
    private final KeySet keys;
    private final TokenSettings settings;
    private final Clock clock;
    private final Duration oldest;
    private final Map<String, Verified> bySha256 = new ConcurrentHashMap<>();

    RememberedTokens(
            OidcAuthenticationMechanism oidc, KeySet keys, TokenSettings settings, Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.age") Duration oldest) {
        this.oidc = oidc;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.oldest = oldest;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String token = bearer(context);
        if (token == null) return Uni.createFrom().nullItem();
        String sha256 = sha256(token);
        Verified known = bySha256.get(sha256);
        if (known != null) {
            if (known.until() > clock.instant().getEpochSecond() && known.key().equals(keys.key(known.keyId())))
                return Uni.createFrom().item(known.identity());
            bySha256.remove(sha256, known);
        }
        String keyId = TokenHeader.keyId(token);
        if (keyId == null) return Uni.createFrom().failure(new AuthenticationFailedException());
        return keys.has(keyId).chain(published -> published
                ? oidc.authenticate(context, identities).onFailure().transform(IssuerAway::honest).map(identity -> remember(sha256, keyId, token, identity))
                : Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }

    private @Nullable SecurityIdentity remember(String sha256, String keyId, String token, @Nullable SecurityIdentity identity) {
        String key = keys.key(keyId);
        if (identity == null || key == null || settings.remembered() == 0 || !(identity.getPrincipal() instanceof JsonWebToken claims)) return identity;
        // nothing of the request that it came with, which quarkus-oidc's own identity holds on to
        SecurityIdentity kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(claims)
                .addRoles(identity.getRoles())
                .addCredential(new AccessTokenCredential(token))
                .addAttribute(Callers.ATTRIBUTE, Callers.of(claims, identity.getRoles()))
                .build();
        makeRoom();
        long until = Math.min(claims.getExpirationTime(), claims.getIssuedAtTime() + oldest.toSeconds());
        bySha256.put(sha256, new Verified(kept, until, keyId, key));
        return kept;
    }

    /** Forgetting is always safe: a token is verified again. */
    private void makeRoom() {
        if (bySha256.size() < settings.remembered()) return;
        long now = clock.instant().getEpochSecond();
        bySha256.values().removeIf(verified -> verified.until() <= now);
        if (bySha256.size() >= settings.remembered()) bySha256.clear();
    }

    private static @Nullable String bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7) : null;
    }

    private static String sha256(String token) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
