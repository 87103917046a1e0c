package org.kith.gateway.home;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.gateway.forwarding.PublicAddress;
import org.kith.gateway.routing.OwnPaths;

/** {@code /}: what this is and where to go on, for a browser as a page, for anything else as JSON. */
@Singleton
public final class HomePage {
    private static final PageFile HTML = PageFile.html("home.html");
    private final PublicAddress address;
    private final String issuer;
    private final OwnPaths paths;

    HomePage(OwnPaths paths, PublicAddress address, @ConfigProperty(name = "kith.issuer") String issuer) {
        this.paths = paths;
        this.address = address;
        this.issuer = issuer;
    }

    void register(@Observes Router router) {
        paths.page(router, "/", this::handle);
        paths.page(router, "/kith.css", PageFile.of("kith.css", "text/css; charset=utf-8"));
        paths.page(router, "/kith.svg", PageFile.of("icon.svg", "image/svg+xml"));
    }

    private void handle(RoutingContext context) {
        context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            HTML.handle(context);
            return;
        }
        context.request().resume();
        String here = address.of(context.request());
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(new JsonObject()
                .put("name", "Kith")
                .put("description", "Community-support programmes: from a referral to the number in the report.")
                .put("programmes", here + "/api/programmes")
                .put("openapi", here + "/openapi.json")
                .put("docs", here + "/docs")
                .put("issuer", issuer)
                .toBuffer());
    }
}
