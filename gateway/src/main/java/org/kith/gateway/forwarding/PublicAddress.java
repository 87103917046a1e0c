package org.kith.gateway.forwarding;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.gateway.GatewaySettings;

/** The address that a client used, and a service's {@code Location} as seen from there. */
@Singleton
public final class PublicAddress {
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](?::[0-9]{1,5})?");
    private final Optional<String> configured;

    PublicAddress(GatewaySettings settings) {
        this.configured = settings.publicUrl().map(url -> url.toString().replaceAll("/+$", ""));
    }

    /** Without a slash at its end; empty when the client named no sensible host. */
    public String of(HttpServerRequest request) {
        if (configured.isPresent()) return configured.get();
        String host = request.getHeader("Host");
        return host != null && AUTHORITY.matcher(host).matches() ? request.scheme() + "://" + host : "";
    }

    /** A service's path or own address becomes ours; any other address stays as it is; what is no address is left out. */
    public @Nullable String location(HttpServerRequest request, Upstream upstream, String location) {
        try {
            URI uri = URI.create(location);
            boolean path = !uri.isAbsolute() && location.startsWith("/") && !location.startsWith("//");
            if (!path && !(uri.getHost() != null && upstream.isAt(uri))) return location;
            return of(request) + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
