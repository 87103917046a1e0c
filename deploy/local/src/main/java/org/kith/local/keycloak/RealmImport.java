package org.kith.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.kith.local.process.StartFailed;

/** Brings the realm into a running Keycloak, as its operator. */
public final class RealmImport implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    public RealmImport(KeycloakServer server) {
        url = server.url();
        token = ClientToken.request(http, url + "/realms/master", KeycloakServer.OPERATOR, server.operatorSecret());
    }

    public boolean present() {
        return send(HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + Realm.NAME)).GET()).statusCode() == 200;
    }

    public void create(Realm realm) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/admin/realms"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(realm.json().toString())));
        if (answer.statusCode() != 201) throw new StartFailed("Keycloak refused the realm (" + answer.statusCode() + "): " + answer.body());
    }

    public void delete() {
        send(HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + Realm.NAME)).DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailed("Keycloak did not answer at " + url + " (" + e.getClass().getSimpleName() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while importing the realm");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
