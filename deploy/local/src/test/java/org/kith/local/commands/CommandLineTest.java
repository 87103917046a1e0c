package org.kith.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.process.PidFile;
import org.kith.local.process.Ports;

/** The commands as a person calls them: in a process of their own. */
class CommandLineTest {

    @TempDir Path folder;

    /** @param errors what went to the standard error */
    private record Result(int exit, String output, String errors) {}

    @Test
    void up_with_a_taken_port_says_which_and_leaves_nothing_behind() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var result = kith("up", "port.referral=" + taken.getLocalPort() + "\n");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.errors()).contains("Port " + taken.getLocalPort() + " is taken").contains("port.referral=");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void up_with_too_little_disk_says_how_much_is_wanted() throws Exception {
        var result = kith("up", "disk.minimum=2000000000\n");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).contains("Kith wants 2000000000");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void up_on_the_data_of_another_version_touches_nothing() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/version"), "kith 0\n");
        var result = kith("up", "");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).contains("was written by another version (kith 0");
        assertThat(folder.resolve("data")).isDirectoryNotContaining(file -> !file.endsWith("version"));
    }

    @Test
    void up_of_which_one_process_fails_half_way_says_why_and_leaves_nothing_running() throws Exception {
        new DataFolder(folder.resolve("data")).open();
        Files.createDirectories(folder.resolve("data/kafka/data"));
        Files.writeString(folder.resolve("data/kafka/data/meta.properties"), "version=1\nnode.id=7\ncluster.id=of-another-broker\n");
        var result = kith("up", "jvm.options=-XX:TieredStopAtLevel=1\n");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).contains("kafka ended while starting", "kafka.log", "Nothing is left running", "Try again");
        assertThat(folder.resolve("data/postgres/postgres.pid")).doesNotExist();
        assertThat(folder.resolve("data/run/supervisor.pid")).doesNotExist();
        assertThat(kith("status", "").output()).doesNotContain("healthy", "not ready");
        assertThat(folder.resolve("data/run/settings")).content().contains("port.gateway=", "jvm.options=");
    }

    @Test
    void what_a_killed_launcher_left_running_is_neither_reset_nor_replaced() throws Exception {
        new DataFolder(folder.resolve("data")).open();
        PidFile.of(folder.resolve("data/postgres"), "postgres").write(ProcessHandle.current());
        assertThat(kith("reset --yes", "").errors()).contains("./kith stop");
        assertThat(folder.resolve("data/version")).exists();
    }

    @Test
    void status_before_the_first_start_says_how_to_start() throws Exception {
        var result = kith("status", "");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("never started").contains("./kith up");
    }

    @Test
    void reset_without_a_terminal_wants_to_be_told_and_then_deletes() throws Exception {
        new DataFolder(folder.resolve("data")).open();
        assertThat(kith("reset", "").errors()).contains("--yes");
        assertThat(folder.resolve("data/version")).exists();
        assertThat(kith("reset --yes", "").exit()).isZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_command_that_is_none_is_refused_without_colour() throws Exception {
        var result = kith("dance", "");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("nothing is called dance").doesNotContain("\u001B");
        assertThat(result.output()).isEmpty();
    }

    @Test
    void an_option_that_a_command_has_not_is_refused_and_nothing_is_done() throws Exception {
        new DataFolder(folder.resolve("data")).open();
        var result = kith("reset --yes --dry-run", "");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("reset has no --dry-run");
        assertThat(folder.resolve("data/version")).exists();
    }

    @Test
    void a_token_that_cannot_be_had_is_no_output_and_the_error_says_what_to_do() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        data.open();
        data.supervisor().write(ProcessHandle.current());
        var result = kith("token partner", "");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).contains("Keycloak did not answer", "./kith status", "./kith logs keycloak").doesNotContain("null");
    }

    @Test
    void a_word_that_a_command_does_not_take_is_refused_with_what_it_takes() throws Exception {
        var result = kith("up empty", "");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("up takes no empty", "./kith up [--empty]");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_setting_that_there_is_not_is_refused_by_file_and_name_with_those_of_its_kind() throws Exception {
        var result = kith("status", "port.gatway=7000\nheap.mailer=64\n");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).contains(folder.resolve("kith.properties") + ": there is no setting port.gatway", "port.gateway", "no setting heap.mailer", "heap.kafka");
    }

    @Test
    void what_runs_is_found_by_the_settings_it_was_started_with_until_it_has_stopped() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        data.open();
        Files.writeString(Files.createDirectories(data.run()).resolve("settings"), "data=" + data.path() + "\nport.gateway=7000\nport.keycloak=7001\n");
        data.supervisor().write(ProcessHandle.current());
        assertThat(kith("status --json", "").output()).contains("http://localhost:7000\"", "http://127.0.0.1:7001/realms/kith");
        data.supervisor().delete();
        assertThat(kith("status --json", "").output()).doesNotContain(":7000", ":7001");
    }

    @Test
    void restoring_begins_anew_after_one_that_was_broken_off() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        data.open();
        var archive = folder.resolve("backup.tar.gz");
        new Archive(archive).write(data.path());
        Files.writeString(Files.createDirectories(folder.resolve("data.restoring/postgres")).resolve("half"), "of another archive");
        assertThat(kith("restore " + archive, "").exit()).isZero();
        assertThat(data.path().resolve("version")).exists();
        assertThat(data.path().resolve("postgres")).doesNotExist();
    }

    private Result kith(String command, String settings) throws Exception {
        var file = folder.resolve("kith.properties");
        Files.writeString(file, "data=" + folder.resolve("data") + "\nport.base=" + freeBase() + "\n" + settings);
        var installation = Installation.here();
        var arguments = new ArrayList<>(
                List.of(installation.java().toString(), "-XX:TieredStopAtLevel=1", "-Dkith.root=" + installation.root(), "-cp", installation.launcher().toString(),
                        Main.class.getName()));
        arguments.addAll(List.of(command.split(" ")));
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(arguments).redirectError(errors.toFile());
        // what holds in the shell that runs the tests is not what they are about
        builder.environment().keySet().removeAll(Settings.variables());
        builder.environment().put("KITH_SETTINGS", file.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    /** Ten ports in a row that are free, as far as anybody can tell. */
    private static int freeBase() {
        while (true) {
            var base = Math.min(Ports.free(), 64_000);
            var free = true;
            for (var i = 0; i < 10; i++) free &= !Ports.taken(base + i);
            if (free) return base;
        }
    }
}
