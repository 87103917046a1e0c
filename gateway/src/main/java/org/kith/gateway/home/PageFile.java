package org.kith.gateway.home;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A file of this package's resources, held in memory. Pages load what is ours and nothing else. */
public final class PageFile implements Handler<RoutingContext> {
    private static final String OWN_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private final Buffer content;
    private final String type;

    private PageFile(Buffer content, String type) {
        this.content = content;
        this.type = type;
    }

    /** @throws NullPointerException when there is no such file */
    public static PageFile of(String name, String type) {
        try (InputStream file = Objects.requireNonNull(PageFile.class.getResourceAsStream(name), name)) {
            return new PageFile(Buffer.buffer(file.readAllBytes()), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PageFile html(String name) {
        return of(name, "text/html; charset=utf-8");
    }

    @Override
    public void handle(RoutingContext context) {
        context.request().resume();
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Security-Policy", OWN_ONLY)
                .end(content);
    }
}
