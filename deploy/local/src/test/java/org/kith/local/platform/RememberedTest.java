package org.kith.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.process.PidFile;

class RememberedTest {

    @TempDir Path folder;

    private Installation installation;

    @BeforeEach
    void install() {
        installation = new Installation(folder);
    }

    @Test
    void settings_are_read_as_they_were_written_whatever_their_characters() throws Exception {
        var started = settings("a folder\\of:many=names, one Ärger", "7000");
        var data = new DataFolder(started.data());
        data.open();
        Remembered.write(data, started);
        data.supervisor().write(ProcessHandle.current());
        assertThat(Remembered.of(installation, started).chosen()).isEqualTo(started.chosen()).containsEntry("port.gateway", "7000");
    }

    @Test
    void a_part_that_a_killed_launcher_left_is_enough_for_them_to_hold_and_nothing_of_it_for_them_not_to() throws Exception {
        var started = settings("data", "7000");
        var chosen = settings("data", "8000");
        var data = new DataFolder(started.data());
        data.open();
        Remembered.write(data, started);
        assertThat(Remembered.of(installation, chosen).chosen()).containsEntry("port.gateway", "8000");
        PidFile.of(data.path().resolve("keycloak"), "keycloak-server").write(ProcessHandle.current());
        assertThat(Remembered.of(installation, chosen).chosen()).containsEntry("port.gateway", "7000");
    }

    private Settings settings(String data, String gateway) throws IOException {
        var file = new Properties();
        file.putAll(Map.of("data", data, "port.gateway", gateway));
        try (var writer = Files.newBufferedWriter(folder.resolve("kith.properties"))) {
            file.store(writer, null);
        }
        return Settings.of(installation, folder.resolve("kith.properties"));
    }
}
