package org.kith.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kith.local.PrivateFile;
import org.kith.local.Secrets;

/** The webhook secret of each practice that the reference data names. */
public final class PracticeSecrets {

    /** {@code secret} is in the form of Standard Webhooks, {@code whsec_} and Base64. */
    public record Practice(String secret, String programme) {}

    private PracticeSecrets() {}

    /** By practice code, from every {@code reference/*.yaml} in the programmes' folder. */
    public static Map<String, Practice> of(Path programmes, Secrets secrets) {
        var practices = new TreeMap<String, Practice>();
        var reference = programmes.resolve("reference");
        if (!Files.isDirectory(reference)) return practices;
        try (Stream<Path> files = Files.list(reference)) {
            for (var file : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
                var programme = file.getFileName().toString().replace(".yaml", "");
                for (JsonNode practice : new YAMLMapper().readTree(file.toFile()).path("practices")) {
                    var code = practice.path("code").asText();
                    practices.put(code, new Practice("whsec_" + secrets.base64("practice." + code), programme));
                }
            }
            return practices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file that the gateway reads. */
    public static void write(Path file, Map<String, Practice> practices) {
        PrivateFile.write(file, new ObjectMapper().valueToTree(practices).toPrettyString() + "\n");
    }
}
