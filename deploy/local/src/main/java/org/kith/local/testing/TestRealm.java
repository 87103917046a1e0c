package org.kith.local.testing;

import java.net.http.HttpClient;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.keycloak.Realm;

/**
 * The realm of the shared Keycloak.
 *
 * @param issuer its URL
 * @param realm  its clients and users, with their secrets
 */
public record TestRealm(String issuer, Realm realm) {

    /** A fresh access token for a client of the realm, e.g. {@code partner} or {@code coordinator}. */
    public String token(String client) {
        try (var http = HttpClient.newHttpClient()) {
            return ClientToken.request(http, issuer, client, secret(client));
        }
    }

    public String secret(String client) {
        return realm.client(client).secret();
    }
}
