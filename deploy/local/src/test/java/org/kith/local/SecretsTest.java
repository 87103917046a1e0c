package org.kith.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void a_secret_stays_the_same_once_made() {
        var made = new Secrets(folder.resolve("secrets")).of("postgres");
        assertThat(new Secrets(folder.resolve("secrets")).of("postgres")).isEqualTo(made).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void two_that_were_opened_together_agree() {
        var first = new Secrets(folder.resolve("secrets"));
        var second = new Secrets(folder.resolve("secrets"));
        var a = first.of("a");
        var b = second.of("b");
        assertThat(second.of("a")).isEqualTo(a);
        assertThat(first.of("b")).isEqualTo(b);
        assertThat(a).isNotEqualTo(b);
    }

    @Test
    void only_the_owner_reads_the_file() throws Exception {
        new Secrets(folder.resolve("private/secrets")).base64("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private/secrets")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private")))).isEqualTo("rwx------");
    }
}
