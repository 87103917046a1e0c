package org.kith.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.kith.gateway.GatewaySettings;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** One service behind the gateway. */
public final class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private final String name;
    private final URI address;
    private final HttpClient client;
    private final Circuit circuit;
    private final GatewaySettings.Upstream settings;

    Upstream(String name, URI address, HttpClient client, GatewaySettings.Upstream settings) {
        this.name = name;
        this.address = address;
        this.client = client;
        this.settings = settings;
        this.circuit = new Circuit(settings.failures(), settings.pause());
    }

    public String name() {
        return name;
    }

    /**
     * A request to the service, nothing of it sent yet.
     *
     * @return fails with a problem when the service is away or has too much waiting
     */
    public Future<HttpClientRequest> request(HttpMethod method, String uri) {
        if (!circuit.mayPass(System.nanoTime())) return Future.failedFuture(away());
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(port())
                .setSsl("https".equals(address.getScheme()))
                .setURI(uri)
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(settings.idleTimeout().toMillis()))
                .recover(failure -> Future.failedFuture(failed(failure)));
    }

    /** To be told of each answer, whatever its status: the service is there. */
    public void answered() {
        circuit.succeeded();
    }

    /** To be told when a request was broken off from our side. */
    void undecided() {
        circuit.undecided();
    }

    /** To be told when no answer came. @return what to tell the caller */
    public ProblemException failed(Throwable failure) {
        if (failure instanceof ProblemException problem) return problem;
        if (failure instanceof ConnectionPoolTooBusyException) {
            // too many wait already: that does not say that the service is away
            undecided();
            return away();
        }
        circuit.failed(System.nanoTime());
        LOG.warnf("no answer from %s: %s", name, failure.getClass().getSimpleName());
        return away();
    }

    /** Whether this address is the service's own, as in the {@code Location} of its answers. */
    boolean isAt(URI other) {
        return address.getHost().equalsIgnoreCase(other.getHost()) && port() == other.getPort();
    }

    private int port() {
        return address.getPort() < 0 ? ("https".equals(address.getScheme()) ? 443 : 80) : address.getPort();
    }

    private ProblemException away() {
        return Problems.unavailable(
                "The service for this is not available. Whether your request was carried out is not known: send it again with the same"
                        + " Idempotency-Key.",
                Duration.ofSeconds(2));
    }
}
