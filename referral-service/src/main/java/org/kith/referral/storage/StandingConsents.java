package org.kith.referral.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.eventstore.CommandHandler;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.domain.Consents;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;

/** What somebody lets be done with a referral, as they last said. To be asked before anything of it goes to anybody outside the programme. */
@Singleton
public final class StandingConsents {
    private final Pool pool;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;

    StandingConsents(Pool pool, CommandHandler<ReferralCommand, Referral, ReferralFact> handler) {
        this.pool = pool;
        this.handler = handler;
    }

    public Uni<Consents> of(UUID referral) {
        return of(List.of(referral)).map(consents -> consents.getOrDefault(referral, Consents.AS_REFERRED));
    }

    /** Of many; those of whom nothing was said since they were referred are not in it. */
    public Uni<Map<UUID, Consents>> of(List<UUID> referrals) {
        return pool.preparedQuery("""
                        SELECT referral, type, schema_version, data::text FROM referral_history
                        WHERE referral = ANY ($1) AND type IN ('consent.given', 'consent.withdrawn') ORDER BY referral, version""")
                .execute(Tuple.of(referrals.toArray(UUID[]::new)))
                .map(rows -> {
                    var consents = new HashMap<UUID, Consents>();
                    for (var row : rows)
                        consents.merge(row.getUUID(0), Consents.AS_REFERRED.and(fact(row)), (before, _) -> before.and(fact(row)));
                    return consents;
                });
    }

    private ConsentFact fact(Row row) {
        return fact(row.getString(1), row.getInteger(2), row.getString(3));
    }

    public ConsentFact fact(String type, int schemaVersion, String data) {
        return (ConsentFact) handler.family().codec().decode(type, schemaVersion, data);
    }
}
