package org.kith.referral.following;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Consents;
import org.kith.referral.storage.StandingConsents;
import org.kith.web.caller.Caller;

/**
 * Referrals that have changed, as their sender may see them: its own alone, of the programmes that it takes part in, and none of
 * whoever wants them told no more.
 */
@Singleton
final class Following {
    /** Who was referred to keep them safe was not asked: why it ended is then not told. */
    private static final String AS_THEY_STAND = """
            SELECT v.referral, v.person, v.programme, v.area, v.practice, v.source, v.phase, v.contacts, v.last_contact_at, v.occurred_at, v.version,
                   ended.reason, ended.outcome
            FROM referral_view v LEFT JOIN LATERAL (
              SELECT h.data ->> 'reason' AS reason, h.data ->> 'outcome' AS outcome FROM referral_history h
              WHERE h.referral = v.referral AND h.type IN ('referral.declined', 'person.disengaged', 'referral.closed', 'referral.cancelled')
              ORDER BY h.version DESC LIMIT 1) AS ended ON v.phase IN ('declined', 'disengaged', 'closed', 'cancelled') AND NOT v.safeguarding
            WHERE v.referral = ANY ($1)""";

    private final ChangeLog log;
    private final StandingConsents consents;
    private final Pool pool;

    Following(ChangeLog log, StandingConsents consents, Pool pool) {
        this.log = log;
        this.consents = consents;
        this.pool = pool;
    }

    record Item(Position position, ChangedReferral referral) {}

    /** @param end how far it was looked; {@code more} whether not to the end */
    record Page(List<Item> items, Position end, boolean more) {}

    /** @param after null: from the beginning, or from the moment given */
    Uni<Page> page(Caller caller, String organisation, @Nullable Position after, @Nullable Instant since, int most) {
        Uni<Position> from = after != null
                ? Uni.createFrom().item(after)
                : since != null ? log.since(since, organisation) : Uni.createFrom().item(Position.BEGINNING);
        return from.chain(position -> log.after(position, organisation, caller.programmes(), since, most)).chain(this::shown);
    }

    private Uni<Page> shown(ChangeLog.Part part) {
        if (part.changes().isEmpty()) return Uni.createFrom().item(new Page(List.of(), part.end(), part.more()));
        var ids = part.changes().stream().map(ChangeLog.Change::referral).toArray(UUID[]::new);
        return consents.of(List.of(ids)).chain(said -> pool.preparedQuery(AS_THEY_STAND).execute(Tuple.of(ids)).map(rows -> {
            var found = new HashMap<UUID, Row>();
            for (var row : rows) found.put(row.getUUID("referral"), row);
            var items = new ArrayList<Item>();
            for (var change : part.changes())
                if (said.getOrDefault(change.referral(), Consents.AS_REFERRED).allow(Consents.TELL_REFERRER, null))
                    items.add(new Item(change.position(), referral(Objects.requireNonNull(found.get(change.referral()), "a referral is never deleted"), change.at())));
            return new Page(items, part.end(), part.more());
        }));
    }

    private static ChangedReferral referral(Row row, Instant changedAt) {
        var contact = row.getOffsetDateTime("last_contact_at");
        return new ChangedReferral(
                row.getUUID("referral"), row.getUUID("person"), row.getString("programme"), row.getString("area"), row.getString("practice"),
                row.getString("source"), row.getString("phase"), row.getString("reason"), row.getString("outcome"), row.getInteger("contacts"),
                contact == null ? null : contact.toInstant(), row.getOffsetDateTime("occurred_at").toInstant(), changedAt, row.getLong("version"));
    }
}
