package org.kith.referral.consenting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.storage.SealedContent;
import org.kith.referral.storage.SealedNote;
import org.kith.referral.storage.StandingConsents;
import org.kith.vault.PersonKey;

/** All that was ever said of a person's consents: with their referrals, and since. */
@Singleton
public final class ConsentHistory {
    private static final String WITH_REFERRALS = "SELECT referral, sealed FROM referral_file WHERE person = $1 AND programme = ANY ($2) ORDER BY occurred_at, referral";
    private static final String SINCE = """
            SELECT h.referral, h.event, h.type, h.schema_version, h.actor, h.data::text, h.sealed
            FROM referral_history h JOIN referral_file f USING (referral)
            WHERE f.person = $1 AND f.programme = ANY ($2) AND h.type IN ('consent.given', 'consent.withdrawn') ORDER BY h.recorded_at, h.referral, h.version""";

    private final Pool pool;
    private final StandingConsents consents;

    ConsentHistory(Pool pool, StandingConsents consents) {
        this.pool = pool;
        this.consents = consents;
    }

    /** In the order in which it was recorded. */
    public Uni<List<ConsentStatement>> of(PersonKey key, Set<String> programmes) {
        var asked = Tuple.of(key.person(), programmes.toArray(String[]::new));
        return pool.preparedQuery(WITH_REFERRALS).execute(asked).chain(files -> pool.preparedQuery(SINCE).execute(asked).map(steps -> {
            var all = new ArrayList<ConsentStatement>();
            for (var file : files) withReferral(file, key, all);
            for (var step : steps) all.add(since(step, key));
            return all;
        }));
    }

    private static void withReferral(Row file, PersonKey key, List<ConsentStatement> all) {
        var referral = file.getUUID("referral");
        var given = SealedContent.open(key, referral, file.getBuffer("sealed").getBytes()).consent();
        if (given != null) all.add(new ConsentStatement(referral, true, null, null, given.how(), given.by(), given.at(), null, null));
    }

    private ConsentStatement since(Row step, PersonKey key) {
        var sealed = step.getBuffer("sealed");
        var note = sealed == null ? null : SealedNote.open(key, step.getUUID("event"), sealed.getBytes());
        var referral = step.getUUID("referral");
        var by = step.getString("actor");
        return switch (consents.fact(step.getString("type"), step.getInteger("schema_version"), step.getString("data"))) {
            case ConsentFact.Given e -> new ConsentStatement(referral, true, e.purpose(), e.recipient(), e.how(), e.by(), e.occurredAt(), by, note);
            case ConsentFact.Withdrawn e -> new ConsentStatement(referral, false, e.purpose(), e.recipient(), e.how(), e.by(), e.occurredAt(), by, note);
        };
    }
}
