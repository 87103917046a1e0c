package org.kith.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts in which the document is read, each with the paths that belong to it; the longest path decides. */
final class Sections {
    private static final String PATHS = "x-paths";
    private final Map<String, String> byPath = new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** @param tags of the document, each with the beginnings of its paths as {@code x-paths}, in the order in which they are read */
    Sections(JsonNode tags) {
        for (JsonNode tag : tags) tag.path(PATHS).forEach(path -> byPath.put(path.asText(), tag.path("name").asText()));
    }

    Optional<String> of(String path) {
        return byPath.entrySet().stream()
                .filter(section -> path.equals(section.getKey()) || path.startsWith(section.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
