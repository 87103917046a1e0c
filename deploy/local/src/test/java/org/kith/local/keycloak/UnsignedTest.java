package org.kith.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.process.Jars;

class UnsignedTest {

    @TempDir Path folder;

    @Test
    void holds_all_that_the_signed_one_holds_but_the_signatures() throws Exception {
        for (var signed : signedOfKeycloak()) {
            var copy = Unsigned.of(signed, folder);
            assertThat(copy).isNotEqualTo(signed);
            try (var before = new JarFile(signed.toFile()); var after = new JarFile(copy.toFile())) {
                assertThat(after.stream().map(JarEntry::getName)).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
                assertThat(after.getManifest().getMainAttributes()).isEqualTo(before.getManifest().getMainAttributes());
                assertThat(after.getManifest().getEntries()).isEmpty();
                var classes = before.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
                assertThat(classes).hasSizeGreaterThan(100);
                for (var each : classes) assertThat(content(after, each.getName())).isEqualTo(content(before, each.getName()));
            }
        }
    }

    @Test
    void is_made_once() {
        var signed = signedOfKeycloak().getFirst();
        var copy = Unsigned.of(signed, folder);
        assertThat(copy.toFile().setLastModified(1_000)).isTrue();
        assertThat(Unsigned.of(signed, folder)).isEqualTo(copy).extracting(path -> path.toFile().lastModified()).isEqualTo(1_000L);
    }

    @Test
    void of_a_jar_that_nobody_has_signed_is_the_jar_itself() throws IOException {
        var plain = folder.resolve("plain.jar");
        new JarOutputStream(Files.newOutputStream(plain), new Manifest()).close();
        assertThat(Unsigned.of(plain, folder.resolve("copies"))).isEqualTo(plain);
    }

    private static List<Path> signedOfKeycloak() {
        var signed = Jars.in(Installation.here().keycloak().resolve("lib/lib/main")).stream().filter(jar -> jar.getFileName().toString().startsWith("org.bouncycastle.bcp"))
                .toList();
        assertThat(signed).hasSize(2);
        return signed;
    }

    private static byte[] content(JarFile jar, String name) throws IOException {
        try (var in = jar.getInputStream(jar.getJarEntry(name))) {
            return in.readAllBytes();
        }
    }
}
