package org.kith.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What processes take of the machine's memory as Linux counts it, proportional set size: pages that several share are divided
 * between them, so that the sum over all is what all take together.
 */
public final class Memory {

    private Memory() {}

    /** Megabytes (of 1,048,576 bytes) of a process without its children; 0 for what has ended or may not be looked at. */
    public static long own(ProcessHandle process) {
        return kilobytes(process.pid()) / 1024;
    }

    /** The same of a process and all its children. */
    public static long withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(each -> kilobytes(each.pid())).sum() / 1024;
    }

    private static long kilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).map(line -> line.split("\\s+")[1]).mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
