package org.kith.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.kith.local.process.StartFailed;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path.
 *
 * @param home folder holding {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {

    private static final Map<String, String> ARCHIVES = Map.of(
            "amd64", "postgres-linux-x86_64.txz",
            "aarch64", "postgres-linux-arm_64.txz");

    /** Unpacks into {@code parent}, unless that was done before; safe for several processes at once. */
    public static PostgresBinaries in(Path parent) {
        var archive = ARCHIVES.get(System.getProperty("os.arch"));
        var stream = archive == null ? null : PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
        if (stream == null)
            throw new StartFailed("no PostgreSQL for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + ": Kith runs on Linux.");
        var home = parent.resolve("postgresql");
        var done = home.resolve("unpacked");
        try (stream) {
            Files.createDirectories(parent);
            try (var lock = FileChannel.open(parent.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock.lock()) {
                if (!Files.exists(done)) {
                    unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream))), home);
                    Files.createFile(done);
                }
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + home, e);
        }
    }

    /**
     * The arguments that run {@code program}. PostgreSQL refuses to run as root; in a user namespace of its own the
     * same process is nobody in particular, while its files stay ours.
     */
    public List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) command.addAll(List.of("unshare", "--user"));
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpack(TarArchiveInputStream archive, Path home) throws IOException {
        try (archive) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) throw new IOException("entry outside of the archive: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, target);
                    if ((entry.getMode() & 0100) != 0) Files.setPosixFilePermissions(target, executable());
                }
            }
        }
    }

    private static Set<PosixFilePermission> executable() {
        return EnumSet.complementOf(EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
    }
}
