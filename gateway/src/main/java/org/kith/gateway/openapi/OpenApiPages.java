package org.kith.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.kith.gateway.home.PageFile;
import org.kith.gateway.routing.OwnPaths;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/** {@code /openapi.json}, {@code /openapi.yaml} and {@code /docs}. */
@Singleton
public final class OpenApiPages {
    private final OpenApiDocument document;
    private final RoutedProblems problems;
    private final OwnPaths paths;

    OpenApiPages(OwnPaths paths, OpenApiDocument document, RoutedProblems problems) {
        this.paths = paths;
        this.document = document;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        paths.page(router, "/openapi.json", context -> answer(context, "application/json", new ObjectMapper()));
        paths.page(router, "/openapi.yaml", context -> answer(context, "application/yaml", new YAMLMapper()));
        paths.page(router, "/docs", PageFile.html("docs.html"));
        paths.page(router, "/docs/docs.css", PageFile.of("docs.css", "text/css; charset=utf-8"));
        for (String script : List.of("docs.js", "schema.js")) paths.page(router, "/docs/" + script, PageFile.of(script, "text/javascript; charset=utf-8"));
    }

    private void answer(RoutingContext context, String type, ObjectMapper mapper) {
        context.request().resume();
        document.get().subscribe().with(
                joined -> context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(Buffer.buffer(bytes(mapper, joined))),
                _ -> problems.end(context, StatusProblems.of(503)));
    }

    private static byte[] bytes(ObjectMapper mapper, ObjectNode joined) {
        try {
            return mapper.writeValueAsBytes(joined);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
