package org.kith.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference data of the five programmes, as the requests that load them. */
final class ReferenceFiles {
    record Put(String path, String json) {}

    private static final List<String> PROGRAMMES = List.of("clics", "improving-lives", "sird-2021", "norfolk-living-well", "croydon-abcd");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path FOLDER = Path.of(System.getProperty("kith.root"), "programmes", "reference");

    private ReferenceFiles() {}

    static List<Put> all() {
        var puts = new ArrayList<>(codeLists());
        PROGRAMMES.forEach(id -> puts.addAll(programme(id)));
        return puts;
    }

    static List<Put> codeLists() {
        var puts = new ArrayList<Put>();
        each(puts, read("code-lists"), "codeLists", "/api/code-lists/", "list");
        return puts;
    }

    static List<Put> programme(String id) {
        var file = read(id);
        var puts = new ArrayList<>(List.of(new Put("/api/programmes/" + id, file.get("programme").toString())));
        each(puts, file, "practices", "/api/practices/", "code");
        each(puts, file, "funds", "/api/funds/", "id");
        each(puts, file, "posts", "/api/posts/", "id");
        return puts;
    }

    private static void each(List<Put> puts, JsonNode file, String entries, String path, String id) {
        file.get(entries).forEach(entry -> puts.add(new Put(path + entry.get(id).asText(), entry.toString())));
    }

    private static JsonNode read(String name) {
        try {
            return YAML.readTree(FOLDER.resolve(name + ".yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
