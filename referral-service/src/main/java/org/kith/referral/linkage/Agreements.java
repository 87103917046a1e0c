package org.kith.referral.linkage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.vault.Access;
import org.kith.vault.Vault;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Caller;
import org.kith.web.command.Asked;
import org.kith.web.problem.Problems;

/** Agreements in the database; the agreed key is sealed under a key of each agreement's own, in the vault under its id. */
@Singleton
final class Agreements {
    private static final int MOST = 200;
    private static final String COLUMNS = "id, name, recipient, purpose, programmes, consent, expires_on, made_at, revoked_at";
    private static final String INSERT = """
            INSERT INTO linkage_agreement (id, organisation, name, recipient, purpose, programmes, consent, expires_on, sealed, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING""";

    private final Pool pool;
    private final Vault vault;
    private final VaultStore keys;

    Agreements(Pool pool, Vault vault, VaultStore keys) {
        this.pool = pool;
        this.vault = vault;
        this.keys = keys;
    }

    /** @return whether it was not there before; what is there stays as it is */
    Uni<Boolean> make(AgreementRequest.Checked checked, Caller caller) {
        var agreement = checked.agreement();
        var seal = vault.newKey(agreement.id());
        var sealed = Buffer.buffer(seal.seal(agreement.id(), checked.key().bytes()));
        return pool.withTransaction(tx -> tx.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        agreement.id(), organisation(caller), agreement.name(), agreement.recipient(), agreement.purpose(),
                        agreement.programmes().toArray(String[]::new), agreement.consent(), agreement.expiresOn(), sealed, caller.subject())))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : tx.preparedQuery("INSERT INTO vault_key (person, key_id, wrapped) VALUES ($1, $2, $3)")
                                .execute(Tuple.of(seal.person(), seal.wrapped().keyId(), Buffer.buffer(seal.wrapped().bytes())))
                                .replaceWith(true)));
    }

    /** Of the caller's organisation, all of whose programmes are the caller's. @return fails with a 404 problem where there is none */
    Uni<Agreement> find(UUID id, Caller caller) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM linkage_agreement WHERE id = $1 AND organisation = $2 AND programmes <@ $3::text[]")
                .execute(Tuple.of(id, organisation(caller), caller.programmes().toArray(String[]::new)))
                .map(rows -> {
                    if (rows.size() == 0) throw Problems.notFound();
                    return agreement(rows.iterator().next());
                });
    }

    /** The latest two hundred. */
    Uni<List<Agreement>> all(Caller caller) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM linkage_agreement WHERE organisation = $1 AND programmes <@ $2::text[] ORDER BY made_at DESC, id LIMIT " + MOST)
                .execute(Tuple.of(organisation(caller), caller.programmes().toArray(String[]::new)))
                .map(rows -> {
                    var all = new ArrayList<Agreement>(rows.size());
                    for (var row : rows) all.add(agreement(row));
                    return all;
                });
    }

    /** To be asked for only where an extract is made; that it was is in the audit. @return fails with a 409 problem once it was destroyed */
    Uni<LinkageKey> key(Agreement agreement, Asked asked) {
        return keys.keyFor(access(agreement, asked)).chain(found -> pool.preparedQuery("SELECT sealed FROM linkage_agreement WHERE id = $1")
                .execute(Tuple.of(agreement.id()))
                .map(rows -> {
                    var seal = found.orElseThrow(Agreements::ended);
                    return LinkageKey.of(seal.open(agreement.id(), rows.iterator().next().getBuffer("sealed").getBytes()));
                }));
    }

    /** A key is looked at only where one was sent, and there still is one. @return fails with a 409 problem where something else was agreed */
    Uni<Void> mustBe(Agreement agreement, AgreementRequest.Checked sent, Asked asked) {
        if (!agreement.saysAs(sent.agreement())) return Uni.createFrom().failure(agreedOtherwise());
        if (sent.generated() || agreement.revokedAt() != null) return Uni.createFrom().voidItem();
        return key(agreement, asked).invoke(key -> {
            if (!key.is(sent.key())) throw agreedOtherwise();
        }).replaceWithVoid();
    }

    /** Its key is destroyed for good; revoking it again changes nothing. */
    Uni<Void> revoke(Agreement agreement, Asked asked) {
        if (agreement.revokedAt() != null) return Uni.createFrom().voidItem();
        return keys.destroy(access(agreement, asked))
                .chain(() -> pool.preparedQuery("UPDATE linkage_agreement SET revoked_at = now(), revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL")
                        .execute(Tuple.of(agreement.id(), asked.caller().subject())))
                .replaceWithVoid();
    }

    private static RuntimeException agreedOtherwise() {
        return Problems.conflict(
                "agreed-otherwise", "Something else was agreed under this id, and stays as it is. Make another agreement under an id of its own; revoke this one if it is to end.");
    }

    static RuntimeException ended() {
        return Problems.conflict("agreement-ended", "The agreement was revoked, or its last day is over.");
    }

    private static Access access(Agreement agreement, Asked asked) {
        return new Access(agreement.id(), "linkage-agreement/" + agreement.id(), asked.caller().subject(), asked.caller().organisation(), asked.correlationId());
    }

    private static String organisation(Caller caller) {
        if (caller.organisation() == null) throw Problems.forbidden("Your account belongs to no organisation that could agree to anything.");
        return caller.organisation();
    }

    private static Agreement agreement(Row row) {
        return new Agreement(
                row.getUUID("id"), row.getString("name"), row.getString("recipient"), row.getString("purpose"), List.of(row.getArrayOfStrings("programmes")),
                row.getString("consent"), row.getLocalDate("expires_on"), Objects.requireNonNull(at(row, "made_at")), at(row, "revoked_at"), null);
    }

    private static @Nullable Instant at(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
