package org.kith.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme's numbers for a period. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportView(
        String programme, String name, ModelRef model, PeriodView period,
        @Schema(description = "Absent for the whole programme") @Nullable String area,
        @Schema(description = "Absent for what is known now") @Nullable Instant asOf,
        @Schema(description = "Everything that became known up to this moment is counted; null when that is not known") @Nullable Instant projectedThrough,
        @Schema(description = "True once nothing can change what was known at asOf; never without one") @JsonProperty("final") boolean isFinal,
        @Schema(description = "Records known by then that could not be counted and wait for an administrator") long waitingDeadLetters,
        @Schema(description = "Whether small numbers are hidden and others rounded for this caller") boolean rounded,
        List<IndicatorView> indicators) {

    /** Which version of the model it was counted by. */
    public record ModelRef(int version, String hash) {}

    /** Both days included, Europe/London. */
    public record PeriodView(LocalDate from, LocalDate to) {}

    /** One number. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record IndicatorView(
            String id,
            @Schema(description = "Rows of the acceptance list that it answers") List<String> rows,
            @Schema(description = "In the document's words") String says, String column, String strand,
            @Schema(description = "Null where there is none: not recorded yet, nothing to take a mean of, or hidden") @Nullable BigDecimal value,
            String unit,
            @Schema(description = "Null where the document sets none") @Nullable TargetView target,
            PeriodView period, @Nullable String area, String status,
            @Schema(description = "Each area's number, where the whole programme was asked for and has several") Map<String, AreaView> areas,
            @Schema(description = "By event field, each of its values with its number; null where it is hidden") Map<String, Map<String, @Nullable BigDecimal>> breakDown,
            DefinitionView definition) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AreaView(@Nullable BigDecimal value, @Nullable TargetView target, String status) {}

    /** What is to be reached in this period and area. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TargetView(
            @Schema(description = "The target in the document's own terms") String stated,
            @Schema(description = "Null for a range, and where it cannot honestly be scaled to what was asked; then reason says why") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
            @Schema(description = "Lower end of a range") @Nullable BigDecimal from,
            @Schema(description = "Upper end of a range") @Nullable BigDecimal to,
            boolean provisional, boolean illustrative, @Nullable String reason, @Nullable String assumption) {}

    /** What the number is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DefinitionView(
            @Schema(description = "What is counted, in words") String counts,
            @Schema(description = "Wire names of the events that it is made from") List<String> events,
            String document,
            @Schema(description = "Where in the document it stands") @Nullable String place,
            @Schema(description = "What we assumed because the document leaves it open") @Nullable String assumption) {}
}
