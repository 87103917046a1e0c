package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.reporting.ingesting.DataJson;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.projecting.Addition;
import org.kith.reporting.projecting.Folding;
import org.postgresql.PGConnection;

/** Folds every fact of a snapshot and copies what it adds into the new tables. */
final class BulkLoad {
    private static final String FACTS = """
            SELECT f.event_id, f.type, (extract(epoch FROM f.occurred_at) * 1000000)::int8, f.occurred_on, f.area, f.provider, f.data,
                (extract(epoch FROM f.known_at) * 1000000)::int8, v.known_at
            FROM fact f LEFT JOIN voided v USING (event_id)
            WHERE f.programmes @> ARRAY[?]::text[] AND f.type = ANY (?)
            """;
    private static final int FETCH = 4_000;

    private final ActiveProjection projection;
    private final ProjectionTables tables;
    private final NewCells cells;
    private long facts;
    private boolean voids;

    BulkLoad(ActiveProjection projection, ProjectionTables tables, NewCells cells) {
        this.projection = projection;
        this.tables = tables;
        this.cells = cells;
    }

    /** How many facts were folded. */
    long facts() {
        return facts;
    }

    /** Whether anything that was counted once has been taken out again. */
    boolean voids() {
        return voids;
    }

    /** @param snapshot a transaction that sees one moment only */
    void run(Connection snapshot, Connection owner) throws SQLException, JsonProcessingException {
        var model = projection.model();
        var types = model.indicators().stream().flatMap(indicator -> indicator.events().stream()).distinct().toArray();
        var copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + tables.of("contribution")
                + " (projection, series, day, event_id, cells, number, amount, subject, scale, occasion, occurred_at, period_date, known_from, known_to)"
                + " FROM STDIN (FREEZE)");
        var lines = new CopyLines(copy);
        try (var select = snapshot.prepareStatement(FACTS)) {
            select.setFetchSize(FETCH);
            select.setString(1, model.programme());
            select.setArray(2, snapshot.createArrayOf("text", types));
            try (var rows = select.executeQuery()) {
                while (rows.next()) add(rows, lines);
            }
            lines.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private void add(ResultSet rows, CopyLines lines) throws SQLException, JsonProcessingException {
        facts++;
        var id = rows.getObject(1, UUID.class);
        var occurredAt = Instant.EPOCH.plus(rows.getLong(3), ChronoUnit.MICROS);
        var knownAt = Instant.EPOCH.plus(rows.getLong(8), ChronoUnit.MICROS);
        var voidedAt = rows.getTimestamp(9);
        var endsAt = voidedAt == null ? null : voidedAt.toInstant();
        if (endsAt != null && !endsAt.isAfter(knownAt)) return;
        voids |= endsAt != null;
        var fact = new Fact(
                id, rows.getString(2), occurredAt, rows.getObject(4, LocalDate.class), List.of(projection.model().programme()), rows.getString(5),
                rows.getString(6), DataJson.read(rows.getString(7)));
        var additions = Folding.additions(fact, knownAt, List.of(projection));
        if (additions.isEmpty()) return;
        var common = new Common(id.toString(), occurredAt.toString(), knownAt.toString(), endsAt == null ? null : endsAt.toString());
        for (var addition : additions) line(addition, common, lines);
    }

    /** What all of one fact's rows share, as text. */
    private record Common(String event, String occurredAt, String knownFrom, @Nullable String knownTo) {}

    private void line(Addition addition, Common common, CopyLines lines) throws SQLException {
        var ids = new StringBuilder("{");
        for (var key : addition.cells()) ids.append(ids.length() == 1 ? "" : ",").append(cells.id(key));
        lines.field(addition.projection()).field(addition.series()).plain(addition.day().toString()).plain(common.event())
                .plain(ids.append('}')).field(addition.number()).plain(addition.amount().toPlainString())
                .field(addition.subject()).field(addition.scale()).field(addition.occasion())
                .plain(common.occurredAt()).plain(addition.periodDate().toString()).plain(common.knownFrom())
                .field(common.knownTo()).end();
    }
}
