package org.kith.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.local.postgres.Connections;

class RealKithTest {

    @Test
    void a_service_gets_a_new_database_with_its_two_roles() throws Exception {
        var first = start("referral");
        var second = start("referral");
        assertThat(first.get("kith.db.name")).isNotEqualTo(second.get("kith.db.name"));
        var url = "jdbc:postgresql://" + first.get("kith.db.address") + "/" + first.get("kith.db.name");
        try (var owner = Connections.open(url, first.get("kith.db.owner.user"), first.get("kith.db.owner.password"));
                var service = Connections.open(url, first.get("kith.db.user"), first.get("kith.db.password"))) {
            assertThat(owner.isValid(1) && service.isValid(1)).isTrue();
        }
    }

    @Test
    void vault_keys_are_readable_by_their_owner_only() throws Exception {
        var keys = Path.of(start("volunteer").get("kith.vault.keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rw-------");
    }

    @Test
    void the_gateway_gets_a_secret_for_each_practice_and_nothing_of_a_database() throws Exception {
        var gateway = start("gateway");
        assertThat(Files.readString(Path.of(gateway.get("kith.practices")))).contains("KITH-NLW-01", "KITH-NLW-42", "whsec_", "norfolk-living-well");
        assertThat(gateway).doesNotContainKeys("kith.db.password", "kith.kafka.password", "kith.vault.keys");
    }

    @Test
    void the_issuer_takes_our_tokens() throws Exception {
        var userInfo = HttpRequest.newBuilder(URI.create(start("outcomes").get("kith.issuer") + "/.well-known/openid-configuration")).build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(userInfo, HttpResponse.BodyHandlers.ofString()).body()).contains("jwks_uri");
        }
        assertThat(Tokens.bearer("partner")).startsWith("Bearer ey");
    }

    private static Map<String, String> start(String service) {
        var kith = new RealKith();
        kith.init(Map.of("service", service));
        return kith.start();
    }
}
