package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the running platform publishes of itself is what the repository says: a change of the API shows in its diff. */
class OpenApiDocumentTest {
    private static final String WRITE = "kith.docs.write";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void the_committed_document_is_current() throws IOException {
        var committed = Platform.ROOT.resolve("docs/openapi.json");
        var published = Kith.json(given().baseUri(Platform.started().gateway()).get("/openapi.json").then().statusCode(200).extract().asString());
        if (Boolean.getBoolean(WRITE)) Files.writeString(committed, text(published));

        assertThat(Files.readString(committed)).as("docs/openapi.json is stale: run the acceptance tests with -D" + WRITE + "=true").isEqualTo(text(published));
    }

    /** Sorted by name, without the address at which this platform happens to listen. */
    private static String text(JsonNode document) throws IOException {
        ((ObjectNode) document).remove("servers");
        return JSON.writeValueAsString(JSON.convertValue(document, Object.class)) + "\n";
    }
}
