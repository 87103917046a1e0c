package org.kith.web.caller;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Problems;

/** The current request's caller. */
@Singleton
public final class Callers {
    /** Under which an identity may carry its caller, so that claims are read once for each token. */
    public static final String ATTRIBUTE = "kith.caller";

    private final SecurityIdentity identity;
    private final @Nullable Suspensions suspensions;

    Callers(SecurityIdentity identity, Instance<Suspensions> suspensions) {
        this.identity = identity;
        this.suspensions = suspensions.isResolvable() ? suspensions.get() : null;
    }

    /**
     * @throws ForbiddenException when the request carries no access token of our realm
     * @throws org.kith.web.problem.ProblemException 403 for who is suspended
     */
    public Caller current() {
        Caller caller = caller();
        if (suspensions != null && suspensions.covers(caller)) throw Problems.suspended();
        return caller;
    }

    private Caller caller() {
        if (identity.getAttribute(ATTRIBUTE) instanceof Caller caller) return caller;
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null)
            return of(token, identity.getRoles());
        throw new ForbiddenException();
    }

    /** @param token verified */
    public static Caller of(JsonWebToken token, Set<String> roles) {
        String client = text(token.getClaim("azp"));
        return new Caller(
                token.getSubject(), client == null ? "" : client, text(token.getClaim("organisation")), texts(token.getClaim("programmes")), roles);
    }

    private static @Nullable String text(@Nullable Object claim) {
        return switch (claim) {
            case null -> null;
            case JsonString json -> json.getString();
            default -> claim.toString();
        };
    }

    private static Set<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case JsonArray json -> {
                Set<String> texts = new HashSet<>();
                json.getValuesAs(JsonString.class).forEach(value -> texts.add(value.getString()));
                yield texts;
            }
            case Collection<?> values -> {
                Set<String> texts = new HashSet<>();
                values.forEach(value -> texts.add(String.valueOf(value)));
                yield texts;
            }
            default -> Set.of(claim.toString());
        };
    }
}
