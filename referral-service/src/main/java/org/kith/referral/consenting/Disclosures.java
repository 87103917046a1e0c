package org.kith.referral.consenting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was shown what of a person, or told of them. */
@Singleton
public final class Disclosures {
    private static final int MOST = 1_000;
    private static final String ALL = """
            SELECT at, action, about, organisation, actor FROM vault_audit WHERE person = $1
            UNION ALL
            SELECT h.occurred_at, 'referred-onward', 'referral/' || h.referral, h.data->>'destination', h.actor
            FROM referral_history h JOIN referral_file f USING (referral) WHERE f.person = $1 AND h.type = 'onward-referral.made'
            UNION ALL
            SELECT d.ended_at, 'told', 'referral/' || d.referral, d.organisation, 'webhook-endpoint/' || d.endpoint
            FROM webhook_delivery d JOIN referral_file f USING (referral) WHERE f.person = $1 AND d.state = 'delivered'
            UNION ALL
            SELECT x.taken_at, 'linked', 'linkage-agreement/' || x.agreement, a.recipient, x.taken_by
            FROM linkage_disclosure d JOIN linkage_extract x ON x.id = d.extract JOIN linkage_agreement a ON a.id = x.agreement WHERE d.person = $1
            ORDER BY 1 DESC LIMIT $2""";

    /**
     * @param kind read, erased; referred-onward; told, of who referred; linked, in an extract for evaluation under a pseudonym
     * @param about the resource that was asked for, or in which it happened
     * @param organisation whose account asked, or to what the person was referred, or who got the extract
     * @param by opaque id of the account, or of the endpoint that was told
     */
    @Schema(name = "Disclosure")
    public record Disclosure(Instant at, String kind, String about, @Nullable String organisation, String by) {}

    private final Pool pool;

    Disclosures(Pool pool) {
        this.pool = pool;
    }

    /** The latest thousand, the latest first. */
    public Uni<List<Disclosure>> of(UUID person) {
        return pool.preparedQuery(ALL).execute(Tuple.of(person, MOST)).map(rows -> {
            var all = new ArrayList<Disclosure>(rows.size());
            for (var row : rows)
                all.add(new Disclosure(
                        Objects.requireNonNull(row.getOffsetDateTime(0), "every disclosure has its time").toInstant(), row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4)));
            return all;
        });
    }
}
