package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.keycloak.Realm;

/** The platform's identity provider as its operator sees it, to get tokens from it that no client of Kith is ever given. */
final class Keycloak {
    private static final String LIFE = "access.token.lifespan";
    private final Platform platform = Platform.started();
    private final String url = platform.issuer().substring(0, platform.issuer().indexOf("/realms/"));
    private final Secrets secrets = new Secrets(platform.data().resolve("secrets"));

    /** A token of Kith's own realm, like any other of that client, but of so short a life. */
    String tokenThatLives(Duration life, String client) {
        var found = ok(operator().queryParam("clientId", client).get("/admin/realms/" + Realm.NAME + "/clients"));
        var address = "/admin/realms/" + Realm.NAME + "/clients/" + found.jsonPath().getString("[0].id");
        ok(operator().body(Map.of("attributes", Map.of(LIFE, Long.toString(life.toSeconds())))).put(address));
        try {
            return Tokens.fresh(platform, client);
        } finally {
            ok(operator().body(Map.of("attributes", Map.of(LIFE, ""))).put(address));
        }
    }

    /** A token of another realm of the same server, which has the same clients with the same secrets, roles and claims. */
    String tokenOfAnotherRealm(String client) {
        var neighbour = (ObjectNode) Realm.fill(Installation.here().realmTemplate(), secrets, platform.gateway()).json().deepCopy();
        neighbour.put("realm", "neighbour");
        ok(operator().body(neighbour.toString()).post("/admin/realms"));
        try {
            var known = platform.client(client);
            return Tokens.token(url + "/realms/neighbour", known.path("id").asText(), known.path("secret").asText()).value();
        } finally {
            ok(operator().delete("/admin/realms/neighbour"));
        }
    }

    /** Ids of the clients of Kith's realm that have this in their id. */
    List<String> clients(String part) {
        return ok(operator().queryParam("clientId", part).queryParam("search", true).queryParam("max", 100).get("/admin/realms/" + Realm.NAME + "/clients"))
                .jsonPath().getList("clientId");
    }

    private RequestSpecification operator() {
        var token = Tokens.token(url + "/realms/master", KeycloakServer.OPERATOR, secrets.of("keycloak.operator"));
        return given().baseUri(url).auth().oauth2(token.value()).contentType("application/json");
    }

    private static Response ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
        return answer;
    }
}
