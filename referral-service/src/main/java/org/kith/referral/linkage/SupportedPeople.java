package org.kith.referral.linkage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandHandler;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.linkage.Supported.InReferral;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Whom programmes supported in a period, and with what: from the referrals' files and histories. */
@Singleton
final class SupportedPeople {
    /** Referrals of one extract: many times what a programme has in a year. */
    private static final int MOST = 20_000;
    private static final String WHO = """
            SELECT v.referral, v.person, coalesce(m.into_person, v.person) AS who, v.programme, v.area, v.phase, v.sealed, f.reasons
            FROM referral_view v JOIN referral_file f USING (referral) LEFT JOIN person_merge m ON m.person = v.person
            WHERE v.programme = ANY ($1) AND v.phase <> 'entered-in-error' AND EXISTS (
                SELECT FROM referral_history h
                WHERE h.referral = v.referral AND h.type IN ('contact.held', 'support.given') AND h.occurred_at >= $2 AND h.occurred_at < $3)
            ORDER BY who, v.programme, v.occurred_at, v.referral LIMIT $4""";
    private static final String WHAT = """
            SELECT referral, type, schema_version, data::text FROM referral_history
            WHERE referral = ANY ($1) AND occurred_at >= $2 AND occurred_at < $3
              AND type IN ('contact.held', 'support.given', 'person.signposted', 'onward-referral.made', 'service-use.reported')
            ORDER BY referral, version""";
    private static final String ENDS = """
            SELECT referral, type, schema_version, data::text FROM referral_history
            WHERE referral = ANY ($1) AND type IN ('referral.closed', 'person.disengaged', 'referral.cancelled') ORDER BY referral, version""";
    private static final List<String> ENDED = List.of("closed", "disengaged", "cancelled");

    private final Pool pool;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;

    SupportedPeople(Pool pool, CommandHandler<ReferralCommand, Referral, ReferralFact> handler) {
        this.pool = pool;
        this.handler = handler;
    }

    /** @return fails with a 422 problem where they are too many for one extract */
    Uni<List<Supported>> in(List<String> programmes, Days days) {
        return pool.preparedQuery(WHO)
                .execute(Tuple.of(programmes.toArray(String[]::new), days.start(), days.end(), MOST + 1))
                .map(rows -> {
                    if (rows.size() > MOST)
                        throw Problems.invalid(new Invalid().add("until", "too-many", "More than " + MOST + " referrals: ask for a shorter period.").errors());
                    return grouped(rows);
                });
    }

    /** Ordered by person and programme, so that what belongs together comes together. */
    private static List<Supported> grouped(RowSet<Row> rows) {
        var all = new ArrayList<Supported>();
        for (var row : rows) {
            var reasons = row.getString("reasons");
            var one = new InReferral(
                    row.getUUID("referral"), row.getUUID("person"), row.getString("area"), row.getString("phase"),
                    reasons == null || reasons.isEmpty() ? List.of() : List.of(reasons.split(",")),
                    row.getBuffer("sealed").getBytes());
            var person = row.getUUID("who");
            var programme = row.getString("programme");
            boolean same = !all.isEmpty() && all.getLast().person().equals(person) && all.getLast().programme().equals(programme);
            if (!same) all.add(new Supported(person, programme, new ArrayList<>()));
            all.getLast().referrals().add(one);
        }
        return all;
    }

    /** What was done with each, in the order of the people. */
    Uni<List<SupportGiven>> with(List<Supported> people, Days days) {
        var referrals = people.stream().flatMap(one -> one.ids().stream()).toArray(UUID[]::new);
        return pool.preparedQuery(WHAT).execute(Tuple.of(referrals, days.start(), days.end()))
                .chain(what -> pool.preparedQuery(ENDS).execute(Tuple.of((Object) referrals)).map(ends -> {
                    var done = facts(what);
                    var ended = facts(ends);
                    return people.stream().map(one -> given(one, done, ended)).toList();
                }));
    }

    private static SupportGiven given(Supported one, Map<UUID, List<ReferralFact>> done, Map<UUID, List<ReferralFact>> ended) {
        var given = new SupportGiven();
        for (var referral : one.ids()) done.getOrDefault(referral, List.of()).forEach(given::add);
        var latest = one.referrals().getLast();
        given.endedWith(ENDED.contains(latest.phase()) ? last(ended.get(latest.referral())) : null);
        return given;
    }

    private static @Nullable ReferralFact last(@Nullable List<ReferralFact> facts) {
        return facts == null ? null : facts.getLast();
    }

    private Map<UUID, List<ReferralFact>> facts(RowSet<Row> rows) {
        var facts = new HashMap<UUID, List<ReferralFact>>();
        for (var row : rows)
            facts.computeIfAbsent(row.getUUID("referral"), _ -> new ArrayList<>())
                    .add(handler.family().codec().decode(row.getString("type"), row.getInteger("schema_version"), row.getString("data")));
        return facts;
    }
}
