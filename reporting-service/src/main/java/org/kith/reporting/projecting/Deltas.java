package org.kith.reporting.projecting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    record MemberKey(int projection, int cell, LocalDate day, LocalDate periodDate, String subject) implements Comparable<MemberKey> {
        @Override
        public int compareTo(MemberKey other) {
            int order = Integer.compare(cell, other.cell);
            if (order == 0) order = day.compareTo(other.day);
            if (order == 0) order = periodDate.compareTo(other.periodDate);
            return order == 0 ? subject.compareTo(other.subject) : order;
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
            for (var cellKey : addition.cells()) {
                int cell = Objects.requireNonNull(ids.get(cellKey));
                if (addition.isCounted()) {
                    add(counts, addition, cell, Instant.EPOCH);
                    add(history, addition, cell, addition.knownFrom().truncatedTo(ChronoUnit.HOURS));
                } else if (addition.isMember()) {
                    var key = new MemberKey(addition.projection(), cell, addition.day(), addition.periodDate(), Objects.requireNonNull(addition.subject()));
                    members.merge(key, new MemberRow(key, addition.knownFrom()), MemberRow::earliest);
                }
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
}
