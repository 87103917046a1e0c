package org.kith.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A programme's numbers for a period.
 *
 * @param area absent for the whole programme
 * @param asOf absent for what is known now
 * @param projectedThrough everything that became known up to this moment is counted; null when that is not known
 * @param isFinal true once nothing can change what was known at {@code asOf}; never without one
 * @param waitingDeadLetters records known by then that could not be counted and wait for an administrator
 * @param rounded whether small numbers are hidden and others rounded for this caller
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportView(
        String programme, String name, ModelRef model, PeriodView period, @Nullable String area, @Nullable Instant asOf,
        @Nullable Instant projectedThrough, @JsonProperty("final") boolean isFinal, long waitingDeadLetters, boolean rounded,
        List<IndicatorView> indicators) {

    /** Which version of the model it was counted by. */
    public record ModelRef(int version, String hash) {}

    /** Both days included, Europe/London. */
    public record PeriodView(LocalDate from, LocalDate to) {}

    /**
     * One number.
     *
     * @param value null where there is none: not recorded yet, nothing to take a mean of, or hidden
     * @param target null where the document sets none
     * @param areas each area's number, where the whole programme was asked for and has several
     * @param breakDown by event field, each of its values with its number; null where it is hidden
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record IndicatorView(
            String id, List<String> rows, String says, String column, String strand, @Nullable BigDecimal value, String unit,
            @Nullable TargetView target, PeriodView period, @Nullable String area, String status, Map<String, AreaView> areas,
            Map<String, Map<String, @Nullable BigDecimal>> breakDown, DefinitionView definition) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AreaView(@Nullable BigDecimal value, @Nullable TargetView target, String status) {}

    /**
     * What is to be reached in this period and area.
     *
     * @param stated the target in the document's own terms
     * @param value null for a range, and where it cannot honestly be scaled to what was asked; then {@code reason} says why
     * @param from lower end of a range, {@code to} its upper end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TargetView(
            String stated, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value, @Nullable BigDecimal from, @Nullable BigDecimal to,
            boolean provisional, boolean illustrative, @Nullable String reason, @Nullable String assumption) {}

    /**
     * @param counts what is counted, in words
     * @param events wire names of the events that it is made from
     * @param place where in the document it stands
     * @param assumption what we assumed because the document leaves it open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DefinitionView(
            String counts, List<String> events, String document, @Nullable String place, @Nullable String assumption) {}
}
