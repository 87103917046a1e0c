package org.kith.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kith.local.Marker;
import org.kith.local.client.GatewayClient;
import org.kith.local.platform.Platform;
import org.kith.local.platform.Progress;
import org.kith.local.process.StartFailed;

/** Programmes, code lists, practices, funds and posts from {@code programmes/reference}, put by an administrator. */
public final class ReferenceData {

    /** A list in a programme's file, where its entries are put, and the field that names each. */
    private record Kind(String list, String path, String key) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("practices", "/api/practices/", "code"), new Kind("funds", "/api/funds/", "id"), new Kind("posts", "/api/posts/", "id"));
    private static final String WHO = "administrator";

    private final Platform platform;
    private final Path folder;

    public ReferenceData(Platform platform) {
        this.platform = platform;
        folder = platform.around().programmes().resolve("reference");
    }

    /** Puts everything, unless the same files were put before. The directory publishes nothing for what it knows already. */
    public void load(Progress progress) {
        var files = files(folder);
        var marker = new Marker(platform.data().resolve("reference-data"));
        var content = Marker.digest(files.stream().map(ReferenceData::bytes).toList());
        if (marker.says(content)) return;
        progress.add(Progress.Kind.STEP, "the programmes' reference data is put through the gateway");
        var entries = 0;
        try (var client = new GatewayClient(platform.gateway(), platform.around().issuer(), platform.realm())) {
            for (var file : files) entries += load(client, file);
        }
        marker.write(content);
        progress.add(Progress.Kind.DONE, "reference data of the programmes: " + entries + " entries");
    }

    /** Every entry of one list ({@code posts}, {@code funds}) in all of the programmes' files. */
    public static List<JsonNode> entries(Path programmes, String list) {
        var entries = new ArrayList<JsonNode>();
        for (var file : files(programmes.resolve("reference"))) read(file).path(list).forEach(entries::add);
        return entries;
    }

    private static int load(GatewayClient client, Path file) {
        var content = read(file);
        var entries = 0;
        for (var list : content.path("codeLists")) entries += put(client, "/api/code-lists/", "list", list);
        if (content.has("programme")) entries += put(client, "/api/programmes/", "id", content.path("programme"));
        for (var kind : KINDS) for (var entry : content.path(kind.list())) entries += put(client, kind.path(), kind.key(), entry);
        return entries;
    }

    private static int put(GatewayClient client, String path, String key, JsonNode entry) {
        var answer = client.put(WHO, path + entry.path(key).asText(), entry);
        if (answer.status() / 100 != 2)
            throw new StartFailed("the directory refused " + path + entry.path(key).asText() + " (" + answer.status() + "): " + answer.response().body());
        return 1;
    }

    /** Code lists first: what comes after is checked against them. */
    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted((a, b) -> {
                var first = Boolean.compare(!a.endsWith("code-lists.yaml"), !b.endsWith("code-lists.yaml"));
                return first != 0 ? first : a.compareTo(b);
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new StartFailed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
