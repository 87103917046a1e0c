package org.kith.local.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.process.Ports;
import org.kith.local.process.StartFailed;

class ChecksTest {

    @TempDir Path folder;

    @Test
    void a_taken_port_is_named_with_the_setting_that_moves_it() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Checks.free(Map.of("port.kafka", taken.getLocalPort(), "port.keycloak", Ports.free())))
                    .isInstanceOf(StartFailed.class).hasMessageContaining("Port " + taken.getLocalPort() + " is taken").hasMessageContaining("port.kafka=");
        }
    }

    @Test
    void a_port_chosen_twice_is_named() {
        var port = Ports.free();
        assertThatThrownBy(() -> Checks.free(Map.of("port.kafka", port, "port.keycloak", port))).hasMessageContaining("chosen twice: port.kafka and port.keycloak");
    }

    @Test
    void free_ports_pass() {
        assertThatCode(() -> Checks.free(Map.of("port.kafka", Ports.free(), "port.keycloak", Ports.free()))).doesNotThrowAnyException();
    }

    @Test
    void an_older_java_is_refused_and_ours_is_not() {
        assertThatThrownBy(() -> Checks.java(21)).hasMessageContaining("JDK 25").hasMessageContaining("JAVA_HOME");
        assertThatCode(Checks::java).doesNotThrowAnyException();
    }

    @Test
    void a_second_start_says_which_process_runs() {
        var data = new DataFolder(folder);
        data.supervisor().write(ProcessHandle.current());
        assertThatThrownBy(() -> Checks.notRunning(data)).hasMessageContaining("already running").hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void a_folder_of_another_version_is_refused() throws Exception {
        Files.writeString(folder.resolve("version"), "kith 0, postgresql 17\n");
        assertThatThrownBy(() -> new DataFolder(folder).open()).hasMessageContaining("another version").hasMessageContaining("postgresql 17");
    }

    @Test
    void a_folder_with_something_else_in_it_is_refused() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "not yours");
        assertThatThrownBy(() -> new DataFolder(folder).open()).hasMessageContaining("no data folder of Kith");
    }

    @Test
    void an_empty_folder_is_taken_into_use_and_opened_again() {
        new DataFolder(folder).open();
        assertThatCode(() -> new DataFolder(folder).open()).doesNotThrowAnyException();
    }
}
