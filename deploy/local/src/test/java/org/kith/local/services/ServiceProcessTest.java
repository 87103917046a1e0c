package org.kith.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.process.PidFile;
import org.kith.local.process.StartFailed;

class ServiceProcessTest {

    private static final String PASSWORD = "kith.db.owner.password=of-the-owner";

    @TempDir Path folder;

    private Path jar;
    private ServiceProcess service;

    @BeforeEach
    void build() throws IOException {
        var installation = new Installation(folder);
        jar = installation.jar(Service.VOLUNTEER.module());
        Files.createDirectories(jar.getParent());
        runs(Ends.class);
        service = new ServiceProcess(installation, Service.VOLUNTEER, folder.resolve("data"), 1, Map.of("kith.db.name", "volunteer"),
                Map.of("kith.db.owner.password", "of-the-owner"), List.of("-Xmx16m"));
    }

    @Test
    void what_serves_does_not_migrate_and_never_learns_the_owners_password() throws Exception {
        service.migrate();
        service.launch().awaitEnd(Duration.ofSeconds(20));
        assertThat(Files.readString(service.log())).contains("kith.db.name=volunteer", PASSWORD, "quarkus.datasource.owner.active=true", "quarkus.init-and-exit=true");
        assertThat(Files.readString(config().resolve("volunteer.properties"))).contains("kith.db.name=volunteer").doesNotContain("owner");
        assertThat(config()).isDirectoryNotContaining("glob:**migration**");
    }

    @Test
    void one_that_knows_its_owner_anyway_is_told_once() throws Exception {
        var owner = Map.of("kith.db.owner.password", "of-the-owner");
        new ServiceProcess(service.installation(), Service.VOLUNTEER, service.folder(), 1, owner, owner, List.of()).migrate();
        assertThat(Files.readString(service.log())).containsOnlyOnce(PASSWORD);
    }

    @Test
    void one_whose_jar_was_built_anew_migrates_before_it_is_started_again() throws Exception {
        service.migrate();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        service.launch().awaitEnd(Duration.ofSeconds(20));
        assertThat(service.migrated()).isTrue();
    }

    @Test
    void a_jar_that_is_not_there_is_named_with_the_remedy() throws Exception {
        Files.delete(jar);
        assertThatExceptionOfType(StartFailed.class).isThrownBy(service::migrated).withMessageContaining(jar.toString()).withMessageContaining("Build it with");
    }

    @Test
    void a_migration_under_way_ends_with_the_platform() throws Exception {
        runs(Stays.class);
        var migrating = CompletableFuture.runAsync(service::migrate);
        var migration = PidFile.of(service.folder().resolve("run"), "volunteer-migration");
        while (migration.running().isEmpty() && !migrating.isDone()) Thread.onSpinWait();
        service.stopLeftover();
        assertThatThrownBy(() -> migrating.get(20, TimeUnit.SECONDS)).hasMessageContaining("volunteer-migration failed");
        assertThat(migration.path()).doesNotExist();
        assertThat(service.migrated()).isFalse();
    }

    @Test
    void a_database_is_to_be_migrated_until_this_build_has_done_so_and_again_once_there_is_another() throws Exception {
        assertThat(service.migrated()).isFalse();
        service.migrate();
        assertThat(service.migrated()).isTrue();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        assertThat(service.migrated()).isFalse();
    }

    @Test
    void a_database_that_is_there_no_longer_is_to_be_migrated() {
        service.migrate();
        ServiceProcess.schema(service.folder(), "volunteer").forget();
        assertThat(service.migrated()).isFalse();
    }

    @Test
    void a_migration_that_fails_says_why_and_is_tried_again() throws Exception {
        runs(Fails.class);
        assertThatExceptionOfType(StartFailed.class).isThrownBy(service::migrate).withMessageContaining("volunteer-migration failed").withMessageContaining("no such table");
        assertThat(service.migrated()).isFalse();
    }

    private Path config() {
        return service.folder().resolve("config");
    }

    private void runs(Class<?> main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        var file = main.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest); var in = main.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry(file));
            in.transferTo(out);
        }
    }

    /** Says what it was told. */
    static final class Ends {
        public static void main(String[] arguments) throws IOException {
            System.out.println(Files.readString(Path.of(System.getenv("QUARKUS_CONFIG_LOCATIONS"))));
        }
    }

    static final class Stays {
        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    static final class Fails {
        public static void main(String[] arguments) {
            System.err.println("no such table");
            System.exit(3);
        }
    }
}
