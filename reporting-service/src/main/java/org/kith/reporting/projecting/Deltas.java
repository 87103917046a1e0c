package org.kith.reporting.projecting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kith.reporting.storage.ArrayLiteral;

/**
 * What many additions come to, one row for each row of the tables. Every list is in the order of its table's key, so that
 * processes which write at the same time take locks in the same order.
 */
record Deltas(List<CountRow> counts, List<CountRow> history, List<MemberRow> members) {

    /** @param knownHour the hour in which it became known; the beginning of time in {@code counts}, which has no such column */
    record CountKey(int projection, int cell, LocalDate day, LocalDate periodDate, Instant knownHour) implements Comparable<CountKey> {
        @Override
        public int compareTo(CountKey other) {
            int order = Integer.compare(cell, other.cell);
            if (order == 0) order = day.compareTo(other.day);
            if (order == 0) order = periodDate.compareTo(other.periodDate);
            return order == 0 ? knownHour.compareTo(other.knownHour) : order;
        }
    }

    record CountRow(CountKey key, long number, BigDecimal total) {
        CountRow plus(CountRow other) {
            return new CountRow(key, number + other.number, total.add(other.total));
        }
    }

    /**
     * @param months 0: of one day; 1: of the month that begins on {@code day}
     * @param cells ids as an array literal
     */
    record MemberKey(int projection, int series, int months, LocalDate day, LocalDate periodDate, String subject, String cells)
            implements Comparable<MemberKey> {
        private static final Comparator<MemberKey> ORDER = Comparator.comparingInt(MemberKey::projection).thenComparingInt(MemberKey::series)
                .thenComparingInt(MemberKey::months).thenComparing(MemberKey::day).thenComparing(MemberKey::periodDate)
                .thenComparing(MemberKey::subject).thenComparing(MemberKey::cells);

        MemberKey ofMonth() {
            return new MemberKey(projection, series, 1, day.withDayOfMonth(1), periodDate, subject, cells);
        }

        @Override
        public int compareTo(MemberKey other) {
            return ORDER.compare(this, other);
        }
    }

    record MemberRow(MemberKey key, Instant knownFrom) {
        MemberRow earliest(MemberRow other) {
            return other.knownFrom.isBefore(knownFrom) ? other : this;
        }
    }

    static Deltas of(Collection<Addition> additions, Map<CellKey, Integer> ids) {
        var counts = new HashMap<CountKey, CountRow>();
        var history = new HashMap<CountKey, CountRow>();
        var members = new HashMap<MemberKey, MemberRow>();
        for (var addition : additions) {
            if (addition.isMember()) add(members, addition, ids);
            if (!addition.isCounted()) continue;
            for (var cellKey : addition.cells()) {
                int cell = Objects.requireNonNull(ids.get(cellKey));
                add(counts, addition, cell, Instant.EPOCH);
                add(history, addition, cell, addition.knownFrom().truncatedTo(ChronoUnit.HOURS));
            }
        }
        return new Deltas(
                counts.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList(),
                history.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList(),
                members.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList());
    }

    private static void add(Map<CountKey, CountRow> rows, Addition addition, int cell, Instant knownHour) {
        var key = new CountKey(addition.projection(), cell, addition.day(), addition.periodDate(), knownHour);
        rows.merge(key, new CountRow(key, addition.number(), addition.amount()), CountRow::plus);
    }

    private static void add(Map<MemberKey, MemberRow> members, Addition addition, Map<CellKey, Integer> ids) {
        var cells = ArrayLiteral.of(addition.cells().stream().map(cell -> Objects.requireNonNull(ids.get(cell))).toList());
        var ofDay = new MemberKey(
                addition.projection(), addition.series(), 0, addition.day(), addition.periodDate(), Objects.requireNonNull(addition.subject()), cells);
        for (var key : List.of(ofDay, ofDay.ofMonth())) members.merge(key, new MemberRow(key, addition.knownFrom()), MemberRow::earliest);
    }
}
