package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ahead-of-time caches (JDK 25) that make the next start of a JVM quick: made when the first run of a program ends
 * gracefully, used by every later one.
 */
final class AotCache {

    /**
     * For little memory, quick starts and a restart rather than a JVM that limps. A cache made with another collector or other object
     * headers is ignored by the JVM, so the options are part of its name. What the compilers and Netty borrowed from the system goes
     * back to it every few seconds; a cache is mapped where it was made for, so that its unused pages are never touched.
     *
     * <p>Nine JVMs start on few processors, so nothing is compiled that a start alone makes look hot: a method is four times as old as
     * usual before the quick compiler takes it, and no profile is learned in the first run, which would have the thorough compiler
     * begin at once (and costs each cache 4 to 16 MB); nor is one waited for in the next, by a thread that takes 0.1 s to find none.
     */
    private static final List<String> SMALL = List.of("-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-Xss512k",
            "-XX:TrimNativeHeapInterval=5000", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:-AOTRecordTraining",
            "-XX:-AOTReplayTraining", "-XX:Tier3InvocationThreshold=800", "-XX:Tier3MinInvocationThreshold=400", "-XX:Tier3CompileThreshold=5000");

    private final Path folder;
    private final Path owner;
    private final List<String> everywhere;
    private final Map<String, String> current = new HashMap<>();

    /**
     * @param owner      a platform's data folder: two platforms that are trained beside each other write two caches
     * @param everywhere options that every JVM of the platform has beside ours: what was learned under others is of no use to it
     */
    AotCache(Path folder, Path owner, List<String> everywhere) {
        this.folder = everywhere.isEmpty() ? folder : folder.resolve(Integer.toHexString(everywhere.hashCode()));
        this.owner = owner;
        this.everywhere = everywhere;
    }

    /**
     * Options for a JVM that runs a program.
     *
     * @param name          of the process
     * @param classPath     its jars: when each was made, and how large it is, is part of a cache's name, since the JVM (25.0.3) takes the classes of a
     *                      cache whose jars have changed since for those that the jars hold now
     * @param heapMegabytes heap limit
     * @param tuning        what suits this program, its collector first
     */
    List<String> options(String name, List<Path> classPath, int heapMegabytes, List<String> tuning) {
        var options = new ArrayList<>(SMALL);
        options.addAll(tuning);
        options.addAll(everywhere);
        var mode = Integer.toHexString(options.hashCode());
        options.add("-Xmx" + heapMegabytes + "m");
        if (!classPath.stream().allMatch(Files::exists)) return options;
        try {
            var build = name + "-" + made(classPath) + "-" + Runtime.version().toString().replaceAll("[^0-9a-zA-Z.]", "-") + "-" + mode;
            current.put(name, build);
            var made = files().stream().filter(file -> whole(file, build)).findFirst();
            options.add(made.map(cache -> "-XX:AOTCache=" + cache)
                    .orElseGet(() -> "-XX:AOTCacheOutput=" + folder.resolve(build + "-" + Integer.toHexString(owner.hashCode()) + ".aot")));
            options.addAll(List.of("-Xlog:aot*=off", "-Xlog:cds*=off"));
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one jar, what the script {@code kith} can ask too: its time in milliseconds and its bytes. */
    private static String made(List<Path> classPath) throws IOException {
        var jars = new ArrayList<String>();
        for (var jar : classPath) jars.add(Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar));
        return jars.size() == 1 ? jars.getFirst() : UUID.nameUUIDFromBytes((classPath + " " + jars).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The JVM that makes a cache takes its working file away at the very end: while that is there, the cache is half of one. */
    private static boolean whole(Path file, String build) {
        var name = file.getFileName().toString();
        return name.startsWith(build) && name.endsWith(".aot") && !Files.exists(file.resolveSibling(name + ".config"));
    }

    /** Makes room: caches of a program's earlier builds serve nobody. */
    void forgetOlder() {
        try {
            for (var file : files()) {
                var name = file.getFileName().toString();
                for (var each : current.entrySet())
                    if (name.startsWith(each.getKey() + "-") && !name.startsWith(each.getValue())) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
