package org.kith.local.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.kith.local.client.GatewayClient;
import org.kith.local.process.StartFailed;

/** Puts the account of the client {@code worker} into every post that nobody holds, so that there is somebody to allocate to. */
final class Holders {

    private Holders() {}

    static void fill(GatewayClient client, Path programmes, LocalDate from) {
        var worker = client.subject("worker");
        try (var files = Files.list(programmes.resolve("reference"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList())
                for (JsonNode post : new YAMLMapper().readTree(file.toFile()).path("posts")) {
                    var path = "/api/posts/" + post.path("id").asText() + "/holder";
                    var answer = client.put("administrator", path, Map.of("worker", worker, "from", from.toString()));
                    // 409: somebody holds it already
                    if (answer.status() / 100 != 2 && answer.status() != 409) throw new StartFailed(path + " was refused (" + answer.status() + "): " + answer.response().body());
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
