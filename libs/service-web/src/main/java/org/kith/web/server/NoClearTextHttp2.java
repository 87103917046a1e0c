package org.kith.web.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * HTTP/2 by TLS only. A connection upgraded in clear text would pass a proxy in front as one request and carry any number of
 * others that the proxy never sees.
 */
@Singleton
public final class NoClearTextHttp2 implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
