package org.kith.web.json;

import io.vertx.ext.web.RoutingContext;

/** The bytes of the JSON body as they were sent, for who must compare them with those of another request. */
public final class RequestBody {
    private static final String KEY = "kith.body";
    private static final byte[] NONE = {};

    private RequestBody() {}

    /** Empty when the request has no JSON body. */
    public static byte[] of(RoutingContext context) {
        byte[] bytes = context.get(KEY);
        return bytes == null ? NONE : bytes;
    }

    static void keep(RoutingContext context, byte[] bytes) {
        context.put(KEY, bytes);
    }
}
