package org.kith.local.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.process.StartFailed;

class ArchiveTest {

    @TempDir Path folder;

    private Path data;
    private Archive archive;

    @BeforeEach
    void data_folder() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        archive = new Archive(folder.resolve("backup.tar.gz"));
        Files.writeString(data.resolve("version"), "kith 1\n");
        Files.writeString(Files.createDirectories(data.resolve("postgres/data")).resolve("base"), "rows");
        Files.writeString(Files.createDirectories(data.resolve("keys/ledgers")).resolve("referral.ledger"), "erased");
        Files.writeString(Files.createDirectories(data.resolve("logs")).resolve("kafka.log"), "line");
    }

    @Test
    void holds_the_data_but_neither_logs_nor_the_erasure_ledgers() throws Exception {
        archive.write(data);
        var restored = Files.createDirectories(folder.resolve("restored"));
        archive.unpack(restored);
        assertThat(restored.resolve("postgres/data/base")).hasContent("rows");
        assertThat(restored.resolve("logs")).doesNotExist();
        assertThat(restored.resolve("keys/ledgers")).doesNotExist();
        assertThat(archive.version()).isEqualTo("kith 1");
    }

    @Test
    void only_its_owner_reads_it() throws Exception {
        archive.write(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.file()))).isEqualTo("rw-------");
    }

    @Test
    void never_takes_the_place_of_another_file() {
        archive.write(data);
        assertThatThrownBy(() -> archive.write(data)).isInstanceOf(StartFailed.class).hasMessageContaining("there already");
    }

    @Test
    void says_before_anything_is_stopped_that_there_is_no_place_for_it() {
        var nowhere = new Archive(folder.resolve("nowhere/backup.tar.gz"));
        assertThatThrownBy(nowhere::mustBePossible).isInstanceOf(StartFailed.class).hasMessageContaining(folder.resolve("nowhere") + " is not there");
        archive.write(data);
        assertThatThrownBy(archive::mustBePossible).isInstanceOf(StartFailed.class).hasMessageContaining("there already");
    }
}
