package org.kith.bench.reporting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.platform.Platform;
import org.kith.local.platform.Remembered;
import org.kith.local.services.Service;

/** The running platform, seen from reporting's side. */
record RunningReporting(Platform platform) {
    static final String PROGRAMME = "norfolk-living-well";

    /** Empty unless reporting answers that it is ready. */
    static Optional<RunningReporting> find() {
        var installation = Installation.here();
        var platform = new Platform(installation, Remembered.of(installation, Settings.load(installation)));
        return platform.services().stream().filter(service -> service.service() == Service.REPORTING || service.service() == Service.REFERRAL)
                .allMatch(service -> service.answers()) ? Optional.of(new RunningReporting(platform)) : Optional.empty();
    }

    URI url(Service service) {
        return platform.services().stream().filter(one -> one.service() == service).map(one -> URI.create(one.url())).findFirst().orElseThrow();
    }

    String token(String client) {
        var account = platform.realm().clients().get(client);
        if (account == null) throw new IllegalArgumentException("the realm has no client " + client);
        try (var http = HttpClient.newHttpClient()) {
            return ClientToken.request(http, platform.keycloak().issuer(), account.id(), account.secret());
        }
    }

    /** Asks reporting itself. @throws IllegalStateException with the answer when it is not 2xx */
    String ask(String method, String path, String client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url(Service.REPORTING).resolve(path)).header("Authorization", "Bearer " + token(client))
                .method(method, HttpRequest.BodyPublishers.noBody()).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            return answer.body();
        }
    }

    Connection database() throws SQLException {
        return platform.postgres().connect("reporting");
    }

    /** A Kafka client that may do anything. */
    Map<String, Object> kafka() {
        return platform.kafka().operator().client(platform.kafka().bootstrap());
    }
}
