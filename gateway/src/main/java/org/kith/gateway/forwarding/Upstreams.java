package org.kith.gateway.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kith.gateway.GatewaySettings;
import org.kith.gateway.ServiceAddresses;

/** The services behind the gateway. Connections are bounded for each, so that a slow one does not take the others' away. */
@Singleton
public final class Upstreams {
    private final HttpClient client;
    private final Map<String, Upstream> byName = new HashMap<>();

    Upstreams(Vertx vertx, GatewaySettings settings, ServiceAddresses addresses) {
        GatewaySettings.Upstream upstream = settings.upstream();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(20)
                        .setPipelining(false)
                        .setDecompressionSupported(false)
                        .setMaxHeaderSize(32 * 1024),
                new PoolOptions().setHttp1MaxSize(upstream.connections()).setMaxWaitQueueSize(upstream.waiting()));
        for (String service : settings.routes().keySet()) {
            var address = addresses.byName().get(service);
            if (address == null) throw new IllegalStateException("routes lead to " + service + ": set kith.services." + service);
            byName.put(service, new Upstream(service, address, client, upstream));
        }
    }

    /** @throws IllegalArgumentException when there is no such service */
    public Upstream named(String service) {
        Upstream upstream = byName.get(service);
        if (upstream == null) throw new IllegalArgumentException("no service " + service);
        return upstream;
    }

    public Collection<Upstream> all() {
        return byName.values();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
