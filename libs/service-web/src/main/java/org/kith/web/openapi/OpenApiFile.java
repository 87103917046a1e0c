package org.kith.web.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /q/openapi} of a service: the file that the build put beside its classes. Asked for seldom, so it is not kept in memory. */
@Singleton
public final class OpenApiFile {
    private static final String FILE = "org/kith/web/openapi/openapi.json";

    void register(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(OpenApiFile::answer, false);
    }

    private static void answer(RoutingContext context) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) context.next();
            else context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
