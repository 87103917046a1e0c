package org.kith.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Copies of signed jars without their signatures. An AOT cache takes no class of a signed jar, so that at each start Java reads and checks
 * Bouncy Castle's anew, a seventh of what Keycloak's start takes. The build has compared the whole jar with its repository's checksum, and
 * OpenJDK asks no signature of who provides cryptography.
 */
final class Unsigned {

    private Unsigned() {}

    /** The copy of {@code jar} in {@code folder}, made once; the jar itself, if nobody has signed it. */
    static Path of(Path jar, Path folder) {
        var copy = folder.resolve(jar.getFileName());
        if (Files.exists(copy)) return copy;
        try (var signed = new JarFile(jar.toFile())) {
            if (signed.stream().noneMatch(entry -> isSignature(entry.getName()))) return jar;
            Files.createDirectories(folder);
            var next = Files.createTempFile(folder, "unsigned", ".part");
            write(signed, next);
            // two platforms of one installation may be here at once: the last one's copy stays, which is the same
            return Files.move(next, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JarFile signed, Path file) throws IOException {
        // each class's digest is in the manifest too, in a section of its own
        var manifest = new Manifest();
        manifest.getMainAttributes().putAll(signed.getManifest().getMainAttributes());
        try (var out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var entry : Collections.list(signed.entries())) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME) || isSignature(entry.getName())) continue;
                out.putNextEntry(new JarEntry(entry.getName()));
                try (var in = signed.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    private static boolean isSignature(String entry) {
        var name = entry.toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/") && (name.endsWith(".SF") || name.endsWith(".DSA") || name.endsWith(".RSA") || name.endsWith(".EC"));
    }
}
