package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ahead-of-time caches (JDK 25) that make the next start of a JVM quick: made when the first run of a program ends
 * gracefully, used by every later one.
 *
 * @param folder where they are kept
 */
record AotCache(Path folder) {

    /** A cache made with other collectors or object headers is ignored by the JVM, so these never change from run to run. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-Xss512k");

    /**
     * Options for a JVM that runs {@code program}.
     *
     * @param name          of the process
     * @param program       the jar whose build the cache belongs to
     * @param heapMegabytes heap limit
     */
    List<String> options(String name, Path program, int heapMegabytes) {
        var options = new ArrayList<>(SMALL);
        options.add("-Xmx" + heapMegabytes + "m");
        if (!Files.exists(program)) return options;
        try {
            Files.createDirectories(folder);
            var key = Files.getLastModifiedTime(program).toMillis() + "-" + Runtime.version().toString().replaceAll("[^0-9a-zA-Z.]", "-");
            var cache = folder.resolve(name + "-" + key + ".aot");
            if (Files.exists(cache)) {
                options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
            } else {
                forgetOlder(name);
                options.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
            }
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOlder(String name) throws IOException {
        try (var files = Files.list(folder)) {
            for (var old : files.filter(file -> file.getFileName().toString().startsWith(name + "-")).toList()) Files.deleteIfExists(old);
        }
    }
}
