package org.kith.local.cases;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.kith.local.client.GatewayClient;
import org.kith.local.process.StartFailed;
import org.kith.local.reference.ReferenceData;

/** Puts the account of the client {@code worker} into every post that nobody holds, so that there is somebody to allocate to. */
final class Holders {

    private Holders() {}

    static void fill(GatewayClient client, Path programmes, LocalDate from) {
        var worker = client.subject("worker");
        for (var post : ReferenceData.entries(programmes, "posts")) {
            var path = "/api/posts/" + post.path("id").asText() + "/holder";
            var answer = client.put("administrator", path, Map.of("worker", worker, "from", from.toString()));
            // 409: somebody holds it already
            if (answer.status() / 100 != 2 && answer.status() != 409) throw new StartFailed(path + " was refused (" + answer.status() + "): " + answer.response().body());
        }
    }
}
