package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.LogicModel;
import org.kith.reporting.ingesting.DataJson;

/** Reads a model's facts on a thread of its own, so that one core reads and parses while another folds. */
final class FactReader implements AutoCloseable {
    private static final String FACTS = """
            SELECT f.event_id, f.type, f.occurred_at, f.occurred_on - date '1970-01-01', f.area, f.provider, f.data, f.known_at, v.known_at
            FROM fact f LEFT JOIN voided v USING (event_id)
            WHERE f.programmes @> ARRAY[?]::text[] AND f.type = ANY (?)
            """;
    /** Few: what is waiting here is alive whenever garbage is collected, and is then copied. */
    private static final int FETCH = 250;
    private static final int READ_AHEAD = 4;

    /** @param voidedAt when it became known that the fact never counted; null while it counts */
    record Read(Fact fact, Instant knownAt, @Nullable Instant voidedAt) {}

    private record Page(List<Read> facts, @Nullable Exception failure) {}

    private final Connection snapshot;
    private final LogicModel model;
    private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Thread thread;

    /** @param snapshot a transaction that sees one moment only; nobody else may use it until this is closed */
    FactReader(Connection snapshot, LogicModel model) {
        this.snapshot = snapshot;
        this.model = model;
        this.thread = Thread.ofVirtual().name("kith-rebuild-reader").start(this::run);
    }

    /** Empty at the end. */
    List<Read> next() throws SQLException, JsonProcessingException {
        try {
            var page = pages.take();
            switch (page.failure()) {
                case SQLException e -> throw e;
                case JsonProcessingException e -> throw e;
                case Exception e -> throw new IllegalStateException(e);
                case null -> {}
            }
            return page.facts();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void run() {
        try {
            try (var select = snapshot.prepareStatement(FACTS)) {
                select.setFetchSize(FETCH);
                select.setString(1, model.programme());
                select.setArray(2, snapshot.createArrayOf("text", types()));
                try (var rows = select.executeQuery()) {
                    read(rows);
                }
            } catch (SQLException | JsonProcessingException | RuntimeException e) {
                pages.put(new Page(List.of(), e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(ResultSet rows) throws SQLException, JsonProcessingException, InterruptedException {
        var facts = new ArrayList<Read>(FETCH);
        while (rows.next()) {
            facts.add(read(rows, List.of(model.programme())));
            if (facts.size() < FETCH) continue;
            pages.put(new Page(facts, null));
            facts = new ArrayList<>(FETCH);
        }
        if (!facts.isEmpty()) pages.put(new Page(facts, null));
        pages.put(new Page(List.of(), null));
    }

    private static Read read(ResultSet rows, List<String> programmes) throws SQLException, JsonProcessingException {
        var fact = new Fact(
                rows.getObject(1, UUID.class), rows.getString(2), moment(rows, 3), LocalDate.ofEpochDay(rows.getInt(4)), programmes,
                rows.getString(5), rows.getString(6), DataJson.read(rows.getString(7)));
        return new Read(fact, moment(rows, 8), rows.getObject(9) == null ? null : moment(rows, 9));
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Object[] types() {
        return model.indicators().stream().flatMap(indicator -> indicator.events().stream()).distinct().toArray();
    }

    /** Ends the reading, wherever it is, and waits until the connection is free again. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            while (!thread.join(Duration.ofMillis(20))) pages.poll(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
