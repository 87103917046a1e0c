package org.kith.reporting.projecting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.folding.Amount;
import org.kith.logicmodel.folding.Contribution;

/**
 * What one event adds to one series of one projection, as the tables hold it.
 *
 * @param number how many it counts for; 0 for members and samples; of a median how often this value occurs
 * @param amount what it adds to a sum, or the sample's value
 * @param subject absent for what is counted or summed; {@code occasion} present for samples only
 * @param cells the area's total and each break-down value
 */
public record Addition(
        int projection, int series, UUID eventId, LocalDate day, LocalDate periodDate, Instant knownFrom, Instant occurredAt, long number,
        BigDecimal amount, @Nullable String subject, @Nullable String scale, @Nullable String occasion, List<CellKey> cells) {

    /** One day for all where no condition on the asked period tells days apart. */
    static final LocalDate NO_CONDITION = LocalDate.EPOCH;

    static Addition of(ActiveProjection active, Fact fact, Instant knownAt, Contribution contribution) {
        int series = active.number(contribution.series());
        var periodDate = contribution.periodDate() == null ? NO_CONDITION : contribution.periodDate();
        var cells = cells(active.id(), series, contribution);
        return switch (contribution.amount()) {
            case Amount.Counted(long number) -> new Addition(
                    active.id(), series, fact.id(), contribution.day(), periodDate, knownAt, fact.occurredAt(), number, BigDecimal.ZERO, null, null, null, cells);
            case Amount.Summed(BigDecimal value) -> new Addition(
                    active.id(), series, fact.id(), contribution.day(), periodDate, knownAt, fact.occurredAt(), 1, value, null, null, null, cells);
            case Amount.Member(String subject) -> new Addition(
                    active.id(), series, fact.id(), contribution.day(), periodDate, knownAt, fact.occurredAt(), 0, BigDecimal.ZERO, subject, null, null, cells);
            case Amount.Sample(_, _, _, BigDecimal value) when active.medians().contains(series) -> new Addition(
                    active.id(), series, fact.id(), contribution.day(), periodDate, knownAt, fact.occurredAt(), 1, value, null, null, null,
                    cells.stream().map(cell -> cell.ofNumber(value)).toList());
            case Amount.Sample(String subject, String scale, String occasion, BigDecimal value) -> new Addition(
                    active.id(), series, fact.id(), contribution.day(), periodDate, knownAt, fact.occurredAt(), 0, value, subject, scale, occasion, cells);
        };
    }

    /** Whether it goes into daily counts and sums. */
    public boolean isCounted() {
        return subject == null;
    }

    /** Whether it goes into a distinct count. */
    public boolean isMember() {
        return subject != null && occasion == null;
    }

    private static List<CellKey> cells(int projection, int series, Contribution contribution) {
        var area = contribution.area() == null ? "" : contribution.area();
        var cells = new ArrayList<CellKey>();
        cells.add(new CellKey(projection, series, area, "", ""));
        contribution.breakdown().forEach((field, values) -> values.stream().distinct().forEach(value -> cells.add(new CellKey(projection, series, area, field, value))));
        return cells;
    }
}
