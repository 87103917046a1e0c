package org.kith.web.token;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The first part of a token, which nobody has verified: it only says with which key to verify. */
final class TokenHeader {
    private static final int MOST = 2_000;

    private TokenHeader() {}

    /** Null when the token is no JWT or names no key. */
    static @Nullable String keyId(String token) {
        int end = token.indexOf('.');
        if (end < 1 || end > MOST) return null;
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, end));
            return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return null;
        }
    }
}
