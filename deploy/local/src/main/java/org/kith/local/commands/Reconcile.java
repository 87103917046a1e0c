package org.kith.local.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.StartFailed;
import org.kith.local.services.Service;
import org.kith.local.services.ServiceProcess;
import org.kith.local.terminal.Terminal;

/** Has each service that owns a topic compare its store with it, and publish again what the broker has lost. */
final class Reconcile {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Platform platform;
    private final Terminal terminal;

    Reconcile(Installation installation, Settings settings, Terminal terminal) {
        if (!new DataFolder(settings.data()).running()) throw new StartFailed("Kith is not running. Start it with ./kith up");
        this.platform = new Platform(installation, settings);
        this.terminal = terminal;
    }

    int run() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("service", "streams", "published", "missing in the topic", "unknown to the store"));
        try (var http = HttpClient.newHttpClient()) {
            for (var service : platform.services()) {
                // reporting owns no topic, and the gateway no events
                if (!service.service().hasStore() || service.service() == Service.REPORTING) continue;
                var report = reconcile(http, service);
                rows.add(List.of(service.name(), report.path("streams").asText(), report.path("published").asText(), report.path("missing").asText(),
                        report.path("unknown").asText()));
            }
        }
        terminal.table(rows);
        terminal.line("");
        terminal.line("  What was missing is published again by now or in a moment.");
        return 0;
    }

    private JsonNode reconcile(HttpClient http, ServiceProcess service) {
        var administrator = platform.realm().client("administrator");
        var token = ClientToken.request(http, platform.keycloak().issuer(), administrator.id(), administrator.secret());
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/internal/reconciliation")).timeout(LONGEST)
                .header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody()).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new StartFailed(service.name() + " could not reconcile (" + answer.statusCode() + "): " + answer.body());
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw StartFailed.unanswered(service.name() + " did not answer", service.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while reconciling");
        }
    }
}
