package org.kith.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.local.Secrets;

class SurroundingsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(value = Service.class, mode = EnumSource.Mode.EXCLUDE, names = "REPORTING")
    void a_service_is_not_told_who_owns_its_tables(Service service) {
        var around = new Surroundings("localhost:1", "localhost:2", "http://localhost:3", folder, folder.resolve("keys"), new Secrets(folder.resolve("secrets")));
        var database = around.database(service.id());
        assertThat(around.properties(service, 0, database, Map.of())).isNotEmpty()
                .doesNotContainKeys("kith.db.owner.user", "kith.db.owner.password").doesNotContainValue(database.ownerPassword());
    }
}
