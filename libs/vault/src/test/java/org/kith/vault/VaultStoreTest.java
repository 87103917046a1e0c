package org.kith.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.local.testing.RealParts;
import org.kith.local.testing.TestDatabase;

/** On a real PostgreSQL, as a role that may do no more than the migration grants. */
class VaultStoreTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestDatabase DATABASE = RealParts.database("referral");
    private static final Pool POOL = pool();
    private static final String KEYS = VaultKeys.generate("k1");

    private Vault vault = vault(KEYS);
    private VaultStore store = new VaultStore(vault, POOL);
    private final UUID person = UUID.randomUUID();
    private byte[] number = {};

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        try (var owner = DATABASE.asOwner(); var file = VaultStore.class.getResourceAsStream("/db/vault/V0070__vault.sql")) {
            owner.createStatement().execute(new String(file.readAllBytes(), UTF_8).replace("${app_role}", DATABASE.database().app()));
        }
    }

    @AfterAll
    static void end() {
        POOL.closeAndAwait();
        VERTX.close();
    }

    @BeforeEach
    void somebody_is_known() {
        number = vault.hash("nhs-number", person.toString());
        keep(vault.newKey(person), number);
    }

    @Test
    void finds_who_a_hash_belongs_to_and_says_which_hash_it_was() {
        var unknown = vault.hash("chi-number", "another");
        assertThat(store.find(List.of(unknown, number)).await().indefinitely())
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.place()).isEqualTo(1);
                    assertThat(match.key().person()).isEqualTo(person);
                });
        assertThat(store.find(List.of()).await().indefinitely()).isEmpty();
    }

    @Test
    void gives_a_key_for_reading_out_only_with_a_line_in_the_audit() throws SQLException {
        var sealed = store.key(person).await().indefinitely().orElseThrow().seal(person, "content".getBytes(UTF_8));
        assertThat(audit()).isEmpty();
        var key = store.keyFor(access()).await().indefinitely().orElseThrow();
        assertThat(key.open(person, sealed)).asString(UTF_8).isEqualTo("content");
        assertThat(audit()).containsExactly("read referral/1 account-1");
    }

    @Test
    void gives_the_keys_of_many_with_a_line_each_and_none_of_who_was_erased() throws SQLException {
        var other = UUID.randomUUID();
        keep(vault.newKey(other), null);
        var erased = UUID.randomUUID();
        assertThat(store.keysFor(List.of(person, other, erased), access()).await().indefinitely()).containsOnlyKeys(person, other);
        assertThat(audit()).containsExactly("read referral/1 account-1");
        assertThat(store.keysFor(List.of(), access()).await().indefinitely()).isEmpty();
        assertThat(audit()).hasSize(1);
    }

    @Test
    void destroys_key_and_hashes_and_notes_it_and_notes_also_who_asks_afterwards() throws SQLException {
        store.destroy(access()).await().indefinitely();
        assertThat(store.key(person).await().indefinitely()).isEmpty();
        assertThat(store.find(List.of(number)).await().indefinitely()).isEmpty();
        assertThat(store.keyFor(access()).await().indefinitely()).isEmpty();
        assertThat(audit()).containsExactly("erased referral/1 account-1", "read referral/1 account-1");
        assertThat(store.stillThere(List.of(person)).await().indefinitely()).isEmpty();
    }

    @Test
    void the_service_can_change_nothing_in_the_audit() throws SQLException {
        store.keyFor(access()).await().indefinitely();
        try (var service = DATABASE.asService(); var statement = service.createStatement()) {
            for (var change : List.of("DELETE FROM vault_audit", "UPDATE vault_audit SET actor = 'somebody'", "TRUNCATE vault_audit"))
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void wraps_every_key_again_when_the_key_encryption_key_is_rotated_and_all_stay_readable() {
        var sealed = store.key(person).await().indefinitely().orElseThrow().seal(person, "content".getBytes(UTF_8));
        var fresh = VaultKeys.generate("k2").lines().filter(line -> line.startsWith("key.k2")).findFirst().orElseThrow();
        var both = KEYS.replace("current=k1", "current=k2") + fresh;
        for (int i = 0; i < 20; i++) keep(vault.newKey(UUID.randomUUID()), null);

        var rotated = new VaultStore(vault(both), POOL);
        assertThat(rotated.rewrap(7).await().indefinitely()).isEqualTo(7);
        assertThat(rotated.rewrapAll().await().indefinitely()).isGreaterThanOrEqualTo(14);
        assertThat(rotated.rewrapAll().await().indefinitely()).isZero();

        var withoutOld = new VaultStore(vault(both.replaceAll("(?m)^key\\.k1=.*$", "")), POOL);
        assertThat(withoutOld.key(person).await().indefinitely().orElseThrow().open(person, sealed)).asString(UTF_8).isEqualTo("content");
        // Back under the first key, for the tests that share the table.
        var back = new VaultStore(vault(both.replace("current=k2", "current=k1")), POOL);
        back.rewrapAll().await().indefinitely();
    }

    private Access access() {
        return new Access(person, "referral/1", "account-1", null, UUID.randomUUID());
    }

    private static void keep(PersonKey key, byte[] hash) {
        var wrapped = key.wrapped();
        POOL.preparedQuery("INSERT INTO vault_key (person, key_id, wrapped) VALUES ($1, $2, $3)")
                .execute(Tuple.of(key.person(), wrapped.keyId(), Buffer.buffer(wrapped.bytes())))
                .await().indefinitely();
        if (hash == null) return;
        POOL.preparedQuery("INSERT INTO vault_identifier (hash, person) VALUES ($1, $2)")
                .execute(Tuple.of(Buffer.buffer(hash), key.person()))
                .await().indefinitely();
    }

    private List<String> audit() throws SQLException {
        try (var owner = DATABASE.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("SELECT action || ' ' || about || ' ' || actor FROM vault_audit WHERE person = '" + person + "' ORDER BY id")) {
            var lines = new ArrayList<String>();
            while (rows.next()) lines.add(rows.getString(1));
            return lines;
        }
    }

    private static Vault vault(String keys) {
        try {
            return new Vault(VaultKeys.parse(keys));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Pool pool() {
        var options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(DATABASE.address().split(":")[1]))
                .setDatabase(DATABASE.name())
                .setUser(DATABASE.database().app())
                .setPassword(DATABASE.database().appPassword());
        return Pool.newInstance(PgBuilder.pool().with(new PoolOptions().setMaxSize(2)).connectingTo(options).using(VERTX).build());
    }
}
