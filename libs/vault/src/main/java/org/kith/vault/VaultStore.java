package org.kith.vault;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * People's keys in the service's own database. New keys and hashes are not written here but go with the events that need
 * them, see {@link VaultTables}. Non-blocking; a failure of the database fails the {@code Uni}.
 */
public final class VaultStore {
    private static final int REWRAPPED_AT_ONCE = 500;

    private final Vault vault;
    private final Pool pool;

    public VaultStore(Vault vault, Pool pool) {
        this.vault = vault;
        this.pool = pool;
    }

    /** The person's key, to seal something more for them; empty when there is no such person, or no longer. */
    public Uni<Optional<PersonKey>> key(UUID person) {
        return pool.preparedQuery("SELECT person, key_id, wrapped FROM vault_key WHERE person = $1")
                .execute(Tuple.of(person))
                .map(rows -> first(rows).map(this::open));
    }

    /**
     * The person's key, to show somebody what it opens. The access is in the audit, committed, before the key is given out;
     * empty when the person was erased, and that somebody asked is noted all the same.
     */
    public Uni<Optional<PersonKey>> keyFor(Access access) {
        return pool.preparedQuery("""
                        WITH noted AS (
                          INSERT INTO vault_audit (action, person, about, actor, organisation, correlation_id)
                          VALUES ('read', $1, $2, $3, $4, $5) RETURNING person)
                        SELECT person, key_id, wrapped FROM vault_key JOIN noted USING (person)""")
                .execute(values(access))
                .map(rows -> first(rows).map(this::open));
    }

    /**
     * Many people's keys, by person, as {@link #keyFor}: that they are read is in the audit, committed, before any is given out. Those who
     * were erased are not among them.
     *
     * @param access whose person is not looked at
     */
    public Uni<Map<UUID, PersonKey>> keysFor(Collection<UUID> people, Access access) {
        if (people.isEmpty()) return Uni.createFrom().item(Map.of());
        return pool.preparedQuery("""
                        WITH noted AS (
                          INSERT INTO vault_audit (action, person, about, actor, organisation, correlation_id)
                          SELECT 'read', person, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS asked (person) RETURNING person)
                        SELECT person, key_id, wrapped FROM vault_key JOIN noted USING (person)""")
                .execute(Tuple.of(people.toArray(UUID[]::new), access.about(), access.actor(), access.organisation(), access.correlationId()))
                .map(rows -> stream(rows).map(this::open).collect(Collectors.toMap(PersonKey::person, key -> key)));
    }

    /**
     * Who is behind these hashes: one match for each hash that is known, in the order of the hashes. One round trip.
     *
     * @param hashes from {@link Vault#hash}
     */
    public Uni<List<Match>> find(List<byte[]> hashes) {
        if (hashes.isEmpty()) return Uni.createFrom().item(List.of());
        return pool.preparedQuery("""
                        SELECT place, person, key_id, wrapped
                        FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (hash, place)
                        JOIN vault_identifier USING (hash) JOIN vault_key USING (person)
                        ORDER BY place""")
                .execute(Tuple.of(hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new)))
                .map(rows -> stream(rows).map(row -> new Match(row.getInteger("place") - 1, open(row))).toList());
    }

    /**
     * Destroys the person's key and hashes and notes it in the audit, in one commit. Again: nothing left to destroy. The key goes
     * first, since that waits for whoever is storing something under it at this moment, perhaps with another hash.
     */
    public Uni<Void> destroy(Access access) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                                INSERT INTO vault_audit (action, person, about, actor, organisation, correlation_id)
                                VALUES ('erased', $1, $2, $3, $4, $5)""")
                .execute(values(access))
                .chain(() -> delete(tx, "DELETE FROM vault_key WHERE person = $1", access.person()))
                .chain(() -> delete(tx, "DELETE FROM vault_identifier WHERE person = $1", access.person())))
                .replaceWithVoid();
    }

    /** Which of these people still have a key: those whom a restored backup brought back. */
    public Uni<List<UUID>> stillThere(List<UUID> people) {
        return pool.preparedQuery("SELECT person FROM vault_key WHERE person = ANY ($1)")
                .execute(Tuple.of(people.toArray(UUID[]::new)))
                .map(rows -> stream(rows).map(row -> row.getUUID("person")).toList());
    }

    /**
     * Wraps up to {@code limit} keys again that are not under the current key-encryption key.
     *
     * @return how many it wrapped; 0 when all are current
     */
    public Uni<Integer> rewrap(int limit) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        SELECT person, key_id, wrapped FROM vault_key WHERE key_id <> $1
                        ORDER BY person LIMIT $2 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(vault.currentKeyId(), limit))
                .chain(rows -> {
                    var batch = new ArrayList<Tuple>();
                    for (var row : rows) {
                        var wrapped = vault.rewrap(row.getUUID("person"), wrapped(row));
                        batch.add(Tuple.of(
                                row.getUUID("person"), wrapped.keyId(), Buffer.buffer(wrapped.bytes())));
                    }
                    if (batch.isEmpty()) return Uni.createFrom().item(0);
                    return tx.preparedQuery("UPDATE vault_key SET key_id = $2, wrapped = $3 WHERE person = $1")
                            .executeBatch(batch)
                            .replaceWith(batch.size());
                }));
    }

    /** Wraps every key again that is not under the current key-encryption key, a batch at a time. @return how many */
    public Uni<Integer> rewrapAll() {
        return rewrap(REWRAPPED_AT_ONCE).chain(done -> done == 0 ? Uni.createFrom().item(0) : rewrapAll().map(more -> more + done));
    }

    private static Uni<Void> delete(SqlClient tx, String sql, UUID person) {
        return tx.preparedQuery(sql).execute(Tuple.of(person)).replaceWithVoid();
    }

    private static Tuple values(Access access) {
        return Tuple.of(access.person(), access.about(), access.actor(), access.organisation(), access.correlationId());
    }

    private PersonKey open(Row row) {
        return vault.open(row.getUUID("person"), wrapped(row));
    }

    private static WrappedKey wrapped(Row row) {
        return new WrappedKey(row.getString("key_id"), row.getBuffer("wrapped").getBytes());
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return stream(rows).findFirst();
    }

    private static java.util.stream.Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
