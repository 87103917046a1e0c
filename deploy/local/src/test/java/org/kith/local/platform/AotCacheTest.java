package org.kith.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir Path folder;

    private Path program;

    @BeforeEach
    void build() throws IOException {
        program = Files.writeString(folder.resolve("program.jar"), "built");
    }

    @Test
    void is_made_by_the_first_run_of_a_build_and_used_by_the_next() throws Exception {
        var output = made(caches("one"));
        Files.createFile(output);
        assertThat(caches("one").options("referral", List.of(program), 100, List.of())).contains("-XX:AOTCache=" + output);
        assertThat(caches("another").options("referral", List.of(program), 100, List.of())).contains("-XX:AOTCache=" + output);
    }

    @Test
    void that_is_still_being_written_is_none() throws Exception {
        var output = made(caches("one"));
        Files.createFile(output);
        Files.createFile(output.resolveSibling(output.getFileName() + ".config"));
        assertThat(made(caches("one"))).isEqualTo(output);
    }

    @Test
    void two_platforms_that_make_one_at_once_do_not_write_into_the_same_file() {
        assertThat(made(caches("one"))).isNotEqualTo(made(caches("another")));
    }

    @Test
    void of_a_platform_with_other_options_is_another() throws Exception {
        Files.createFile(made(caches("one")));
        var options = new AotCache(folder.resolve("aot"), folder.resolve("one"), List.of("-Xint")).options("referral", List.of(program), 100, List.of());
        assertThat(options).contains("-Xint").noneMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    @Test
    void of_an_earlier_build_is_forgotten_and_of_another_program_kept() throws Exception {
        var earlier = Files.createFile(made(caches("one")));
        var other = Files.createFile(earlier.resolveSibling("volunteer-1.aot"));
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));
        var caches = caches("one");
        caches.options("referral", List.of(program), 100, List.of());
        caches.forgetOlder();
        assertThat(earlier).doesNotExist();
        assertThat(other).exists();
    }

    private AotCache caches(String owner) {
        return new AotCache(folder.resolve("aot"), folder.resolve(owner), List.of());
    }

    private Path made(AotCache caches) {
        var prefix = "-XX:AOTCacheOutput=";
        return caches.options("referral", List.of(program), 100, List.of()).stream().filter(option -> option.startsWith(prefix))
                .map(option -> Path.of(option.substring(prefix.length()))).findFirst().orElseThrow();
    }
}
