package org.kith.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on, as one line above the table. */
final class Machine {
    private Machine() {}

    static String described() {
        return "%d cores (%s), %d GiB, %s %s, JDK %s, load average %.1f before; PostgreSQL with fsync and synchronous_commit on%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name"),
                        kibibytes() / (1024 * 1024),
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceAll("-.*", ""),
                        Runtime.version(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long kibibytes() {
        return Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "").transform(digits -> digits.isEmpty() ? "0" : digits));
    }

    private static String first(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
