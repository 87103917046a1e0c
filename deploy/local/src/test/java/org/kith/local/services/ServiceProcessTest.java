package org.kith.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;

class ServiceProcessTest {

    private static final String NO_MIGRATION = "quarkus.flyway.active=false";

    @TempDir Path folder;

    private Path jar;
    private ServiceProcess service;

    @BeforeEach
    void build() throws IOException {
        var installation = new Installation(folder);
        jar = installation.jar(Service.VOLUNTEER.module());
        Files.createDirectories(jar.getParent());
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
        service = new ServiceProcess(installation, Service.VOLUNTEER, folder.resolve("data"), 1, Map.of("kith.db.name", "volunteer"), List.of("-Xmx16m"));
    }

    @Test
    void migrates_its_database_until_this_build_has_done_so_and_again_once_there_is_another() throws Exception {
        assertThat(told()).contains("kith.db.name=volunteer").doesNotContain(NO_MIGRATION);
        ServiceProcess.schema(service.folder(), "volunteer").write(service.build());
        assertThat(told()).contains("kith.db.name=volunteer").contains(NO_MIGRATION);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        assertThat(told()).doesNotContain(NO_MIGRATION);
    }

    @Test
    void migrates_a_database_that_is_there_no_longer() throws Exception {
        var schema = ServiceProcess.schema(service.folder(), "volunteer");
        schema.write(service.build());
        schema.forget();
        assertThat(told()).doesNotContain(NO_MIGRATION);
    }

    /** What it is configured with; the jar itself runs nothing. */
    private String told() throws IOException {
        service.launch().awaitEnd(Duration.ofSeconds(20));
        return Files.readString(service.folder().resolve("config/volunteer.properties"));
    }
}
