package org.kith.referral.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
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
        return pool.preparedQuery("""
                        SELECT type, schema_version, data::text FROM referral_history
                        WHERE referral = $1 AND type IN ('consent.given', 'consent.withdrawn') ORDER BY version""")
                .execute(Tuple.of(referral))
                .map(rows -> {
                    var consents = Consents.AS_REFERRED;
                    for (var row : rows) consents = consents.and(fact(row.getString(0), row.getInteger(1), row.getString(2)));
                    return consents;
                });
    }

    public ConsentFact fact(String type, int schemaVersion, String data) {
        return (ConsentFact) handler.family().codec().decode(type, schemaVersion, data);
    }
}
