package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ahead-of-time caches (JDK 25) that make the next start of a JVM quick: made when the first run of a program ends
 * gracefully, used by every later one.
 */
final class AotCache {

    /**
     * For little memory, quick starts and a restart rather than a JVM that limps. A cache made with another collector or other object
     * headers is ignored by the JVM, so these never change from run to run. What the compilers and Netty borrowed from the system goes
     * back to it every few seconds; a cache is mapped where it was made for, so that its unused pages are never touched.
     */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-Xss512k",
            "-XX:TrimNativeHeapInterval=5000", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    private final Path folder;
    private final Set<Path> current = new HashSet<>();

    AotCache(Path folder) {
        this.folder = folder;
    }

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
            var key = Files.getLastModifiedTime(program).toMillis() + "-" + Runtime.version().toString().replaceAll("[^0-9a-zA-Z.]", "-");
            var cache = folder.resolve(name + "-" + key + ".aot");
            current.add(cache);
            options.add((whole(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
            options.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM that makes a cache takes its working file away at the very end: while that is there, the cache is half of one. */
    private static boolean whole(Path cache) {
        return Files.exists(cache) && !Files.exists(cache.resolveSibling(cache.getFileName() + ".config"));
    }

    /** Makes room: caches of earlier builds serve nobody. */
    void forgetOlder() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                for (var old : files.filter(file -> !current.contains(file)).toList()) Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
