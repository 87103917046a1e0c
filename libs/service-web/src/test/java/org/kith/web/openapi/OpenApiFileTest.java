package org.kith.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kith.web.TestIssuer;
import org.kith.web.TestStore;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class OpenApiFileTest {
    @TestHTTPResource("/q/openapi") URI address;

    @Test
    void the_document_is_handed_out_as_it_was_built_to_whoever_asks_and_again_on_the_same_connection() throws Exception {
        try (var file = OpenApiFileTest.class.getResourceAsStream("openapi.json"); var client = HttpClient.newHttpClient()) {
            var built = file.readAllBytes();
            for (int asked = 0; asked < 2; asked++) {
                var answer = get(client);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
                assertThat(answer.body()).isEqualTo(built);
            }
        }
    }

    private HttpResponse<byte[]> get(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofByteArray());
    }
}
