package org.kith.referral.deprivation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Editions in the database: public data, of nobody. What is loaded stays as it is; an edition that is not whole yet may be taken out. */
@Singleton
final class Editions {
    private static final String ALL = """
            SELECT e.index_code, e.edition, e.applies_from, coalesce(sum(p.postcodes), 0)::int AS postcodes,
                   coalesce(array_agg(p.part ORDER BY p.part) FILTER (WHERE p.part IS NOT NULL), '{}') AS parts
            FROM deprivation_edition e LEFT JOIN deprivation_part p ON p.edition = e.id
            WHERE $1::text IS NULL OR e.index_code = $1 AND e.edition = $2 GROUP BY e.id ORDER BY e.index_code, e.edition""";
    private static final String BEGIN = "INSERT INTO deprivation_edition (index_code, edition) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String LOCK = "SELECT id, applies_from FROM deprivation_edition WHERE index_code = $1 AND edition = $2 FOR UPDATE";
    private static final String THERE = "SELECT postcode FROM deprivation_postcode WHERE edition = $1 AND postcode = ANY ($2) ORDER BY postcode LIMIT 100";
    private static final String PLACES = """
            INSERT INTO deprivation_postcode (edition, postcode, decile, council_area)
            SELECT $1, postcode, decile, council_area FROM unnest($2::text[], $3::int[], $4::text[]) AS sent (postcode, decile, council_area)""";

    private final Pool pool;

    Editions(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Edition>> all() {
        return pool.preparedQuery(ALL).execute(Tuple.of(null, null)).map(Editions::editions);
    }

    /** @return fails with a 404 problem where there is none */
    Uni<Edition> find(DeprivationIndex index, String edition) {
        return pool.preparedQuery(ALL).execute(Tuple.of(index.code(), edition)).map(rows -> {
            if (rows.size() == 0) throw Problems.notFound();
            return editions(rows).getFirst();
        });
    }

    /**
     * Adds a part, in one transaction; the same once more changes nothing.
     *
     * @param hash of what was sent
     * @return fails with a problem: 409 another part of that number, or an edition that applies already; 422 a postcode of another part
     */
    Uni<Void> load(DeprivationIndex index, String edition, int part, PartFile file, byte[] hash, String actor) {
        return pool.withTransaction(tx -> tx.preparedQuery(BEGIN).execute(Tuple.of(index.code(), edition))
                .chain(() -> tx.preparedQuery(LOCK).execute(Tuple.of(index.code(), edition)))
                .map(rows -> rows.iterator().next())
                .chain(row -> tx.preparedQuery("SELECT sha256 FROM deprivation_part WHERE edition = $1 AND part = $2")
                        .execute(Tuple.of(row.getInteger("id"), part))
                        .chain(before -> before.size() > 0
                                ? same(before.iterator().next(), hash)
                                : add(tx, row, part, file, hash, actor))));
    }

    private static Uni<Void> same(Row before, byte[] hash) {
        if (!Arrays.equals(before.getBuffer("sha256").getBytes(), hash))
            throw Problems.conflict("part-taken", "Something else was loaded as this part. Take the whole edition out, or use another number.");
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> add(SqlClient tx, Row edition, int part, PartFile file, byte[] hash, String actor) {
        if (edition.getLocalDate("applies_from") != null)
            throw Problems.conflict("edition-applies", "The edition applies already, and stays as it is.");
        int id = edition.getInteger("id");
        var postcodes = file.places().keySet().toArray(String[]::new);
        var deciles = file.places().values().stream().map(PartFile.Place::decile).toArray(Integer[]::new);
        var councils = file.places().values().stream().map(PartFile.Place::councilArea).toArray(String[]::new);
        return tx.preparedQuery(THERE).execute(Tuple.of(id, postcodes))
                .invoke(there -> refuse(there, file))
                .chain(() -> tx.preparedQuery(PLACES).execute(Tuple.of(id, postcodes, deciles, councils)))
                .chain(() -> tx.preparedQuery("INSERT INTO deprivation_part (edition, part, sha256, postcodes, loaded_by) VALUES ($1, $2, $3, $4, $5)")
                        .execute(Tuple.of(id, part, Buffer.buffer(hash), postcodes.length, actor)))
                .replaceWithVoid();
    }

    private static void refuse(RowSet<Row> there, PartFile file) {
        var invalid = new Invalid();
        for (var row : there) {
            var place = file.places().get(row.getString("postcode"));
            if (place != null) invalid.add("row " + place.row(), "twice", "This postcode is in another part.");
        }
        invalid.throwIfAny();
    }

    /**
     * Says that an edition is whole; again, it changes nothing.
     *
     * @return fails with a problem: 404 none; 409 it has another number of postcodes, applies from another day, or that day has another
     */
    Uni<Void> apply(DeprivationIndex index, String edition, LocalDate from, int postcodes, String actor) {
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK).execute(Tuple.of(index.code(), edition))
                .map(Editions::only)
                .chain(row -> tx.preparedQuery("""
                                SELECT coalesce((SELECT sum(postcodes) FROM deprivation_part WHERE edition = $1), 0)::int AS postcodes,
                                       EXISTS (SELECT FROM deprivation_edition WHERE index_code = $2 AND applies_from = $3 AND id <> $1) AS taken""")
                        .execute(Tuple.of(row.getInteger("id"), index.code(), from))
                        .chain(rows -> apply(tx, row, rows.iterator().next(), from, postcodes, actor))));
    }

    private static Uni<Void> apply(SqlClient tx, Row edition, Row now, LocalDate from, int postcodes, String actor) {
        int held = now.getInteger("postcodes");
        if (held != postcodes)
            throw Problems.conflict("not-whole",
                    "You say " + postcodes + " postcodes, and the parts that were loaded hold " + held + ": load what is missing, or say how many they are.");
        var before = edition.getLocalDate("applies_from");
        if (from.equals(before)) return Uni.createFrom().voidItem();
        if (before != null) throw Problems.conflict("edition-applies", "The edition applies already, from " + before + " on.");
        if (now.getBoolean("taken")) throw Problems.conflict("day-taken", "Another edition of the index applies from this day on.");
        return tx.preparedQuery("UPDATE deprivation_edition SET applies_from = $2, applied_at = now(), applied_by = $3 WHERE id = $1")
                .execute(Tuple.of(edition.getInteger("id"), from, actor))
                .replaceWithVoid();
    }

    /** @return fails with a 409 problem where it applies */
    Uni<Void> takeOut(DeprivationIndex index, String edition) {
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK).execute(Tuple.of(index.code(), edition)).chain(rows -> {
            var row = only(rows);
            if (row.getLocalDate("applies_from") != null)
                throw Problems.conflict("edition-applies", "The edition applies: referrals were told by it. Load another that applies from a later day.");
            return tx.preparedQuery("DELETE FROM deprivation_edition WHERE id = $1").execute(Tuple.of(row.getInteger("id"))).replaceWithVoid();
        }));
    }

    private static Row only(RowSet<Row> rows) {
        if (rows.size() == 0) throw Problems.notFound();
        return rows.iterator().next();
    }

    private static List<Edition> editions(RowSet<Row> rows) {
        var all = new ArrayList<Edition>(rows.size());
        for (var row : rows) {
            all.add(new Edition(
                    row.getString("index_code"), row.getString("edition"), row.getLocalDate("applies_from"), row.getInteger("postcodes"),
                    List.of(row.getArrayOfIntegers("parts"))));
        }
        return all;
    }
}
