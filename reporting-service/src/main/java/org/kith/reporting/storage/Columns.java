package org.kith.reporting.storage;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns: one array parameter for each, in the order they are named here, for {@code unnest($1, $2, …)}. One
 * statement then carries any number of rows.
 */
public final class Columns<R> {
    private final List<R> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> ints(Function<R, Integer> column) {
        tuple.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    public Columns<R> longs(Function<R, Long> column) {
        tuple.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<R> texts(Function<R, @Nullable String> column) {
        tuple.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<R> uuids(Function<R, UUID> column) {
        tuple.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    public Columns<R> days(Function<R, LocalDate> column) {
        tuple.addArrayOfLocalDate(rows.stream().map(column).toArray(LocalDate[]::new));
        return this;
    }

    public Columns<R> moments(Function<R, Instant> column) {
        tuple.addArrayOfOffsetDateTime(rows.stream().map(column).map(Columns::moment).toArray(OffsetDateTime[]::new));
        return this;
    }

    public Tuple tuple() {
        return tuple;
    }

    /** As the driver takes a {@code timestamptz}. */
    public static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
