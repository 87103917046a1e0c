package org.kith.bench.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.postgres.ServiceDatabase;

/** The platform as {@code ./kith status --json} describes it. */
record RunningKith(JsonNode status) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty unless every part of it is healthy. */
    static Optional<RunningKith> find() {
        try {
            var process = new ProcessBuilder(Installation.here().root().resolve("kith").toString(), "status", "--json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var status = JSON.readTree(process.getInputStream());
            return process.waitFor() == 0 ? Optional.of(new RunningKith(status)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    URI gateway() {
        return URI.create(status.path("gateway").asText());
    }

    URI service(String name) {
        for (var process : status.path("processes"))
            if (process.path("name").asText().equals(name)) return URI.create(process.path("url").asText());
        throw new IllegalStateException("./kith status names no process " + name);
    }

    /** A fresh access token of the client that may refer to every programme. */
    String token() throws IOException, InterruptedException {
        var partner = status.path("clients").path("partner");
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encoded(partner.path("id").asText()), encoded(partner.path("secret").asText()));
        var request = HttpRequest.newBuilder(URI.create(status.path("issuer").asText() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).path("access_token").asText();
        }
    }

    Properties configuration(String service) throws IOException {
        var properties = new Properties();
        try (var file = Files.newInputStream(Path.of(status.path("data").asText(), "config", service + ".properties"))) {
            properties.load(file);
        }
        return properties;
    }

    /** As the owner of the service's tables. */
    Connection database(String service) throws IOException, SQLException {
        var configuration = configuration(service);
        var database = ServiceDatabase.of(service, new Secrets(Path.of(status.path("data").asText(), "secrets")));
        return DriverManager.getConnection(
                "jdbc:postgresql://" + configuration.getProperty("kith.db.address") + "/" + configuration.getProperty("kith.db.name"),
                database.owner(), database.ownerPassword());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
