package org.kith.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;

class PostgresServerTest {

    private static final ServiceDatabase REFERRAL = new ServiceDatabase("referral", "referral", "owner-password-1", "service-password-1");

    @TempDir static Path home;

    static PostgresServer server;
    static RunningProcess process;

    @BeforeAll
    static void start() throws SQLException {
        server = new PostgresServer(PostgresBinaries.in(Installation.here().unpacked()), home.resolve("postgres"), Ports.free(), "superuser-password", Map.of());
        process = server.start();
        try (var superuser = server.connect("postgres")) {
            REFERRAL.create(superuser);
        }
    }

    @AfterAll
    static void stop() {
        server.stop(process);
    }

    @Test
    void is_version_18_and_waits_for_the_disk() throws SQLException {
        try (var connection = server.connect("postgres");
                var row = connection.createStatement().executeQuery(
                        "SELECT current_setting('server_version_num')::int / 10000, current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(18);
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getString(3)).isEqualTo("on");
        }
    }

    @Test
    void the_owner_makes_tables_that_the_service_may_use_only_as_granted() throws SQLException {
        try (var owner = connect("referral_owner", "owner-password-1"); var service = connect("referral_app", "service-password-1")) {
            owner.createStatement().execute("CREATE TABLE readable (id int); CREATE TABLE hidden (id int); GRANT SELECT ON readable TO referral_app");

            assertThat(service.createStatement().executeQuery("SELECT count(*) FROM readable").next()).isTrue();
            assertThatThrownBy(() -> service.createStatement().executeQuery("SELECT count(*) FROM hidden")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> service.createStatement().execute("CREATE TABLE mine (id int)")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect("referral_app", "not-the-password")).hasMessageContaining("password authentication failed");
    }

    @Test
    void creating_a_database_again_keeps_what_is_in_it() throws SQLException {
        try (var owner = connect("referral_owner", "owner-password-1"); var superuser = server.connect("postgres")) {
            owner.createStatement().execute("CREATE TABLE kept (id int)");
            REFERRAL.create(superuser);
            assertThat(owner.createStatement().executeQuery("SELECT count(*) FROM kept").next()).isTrue();
        }
    }

    private static java.sql.Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server.address() + "/referral", user, password);
    }
}
