package org.kith.referral.deprivation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Programme;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Deprivation;

/** Which tenth of its nation a postcode is in, by the edition that applies on a day. */
@Singleton
public final class Neighbourhoods {
    private static final String PLACE = """
            SELECT e.edition, p.decile, p.council_area
            FROM (SELECT id, edition FROM deprivation_edition
                  WHERE index_code = $1 AND applies_from <= $2 ORDER BY applies_from DESC LIMIT 1) e
            LEFT JOIN deprivation_postcode p ON p.edition = e.id AND p.postcode = $3""";
    private static final String NOWHERE = "";

    private final Pool pool;
    private final ReferenceCopy reference;

    Neighbourhoods(Pool pool, ReferenceCopy reference) {
        this.pool = pool;
        this.reference = reference;
    }

    /** Not known rather than guessed; empty, without a look at the database, for a programme of no nation. */
    public Uni<Optional<Deprivation>> of(String programme, @Nullable String postcode, LocalDate on) {
        var index = DeprivationIndex.ofNation(reference.current().programme(programme).map(Programme::nation).orElse(null));
        if (index.isEmpty()) return Uni.createFrom().item(Optional.empty());
        return pool.preparedQuery(PLACE)
                .execute(Tuple.of(index.get().code(), on, Objects.requireNonNullElse(postcode, NOWHERE)))
                .map(rows -> Optional.of(place(index.get(), rows)));
    }

    private static Deprivation place(DeprivationIndex index, RowSet<Row> rows) {
        var row = rows.size() == 0 ? null : rows.iterator().next();
        var name = row == null ? index.code() : index.code() + "-" + row.getString("edition");
        var decile = row == null ? null : row.getInteger("decile");
        var council = row == null ? null : row.getString("council_area");
        return new Deprivation(
                name, decile == null ? Deprivation.NOT_KNOWN : decile.toString(),
                index.hasCouncilAreas() ? Objects.requireNonNullElse(council, Deprivation.NOT_KNOWN) : null);
    }
}
