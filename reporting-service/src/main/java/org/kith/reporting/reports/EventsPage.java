package org.kith.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events behind a number, in the order of their days.
 *
 * @param next where the following page is; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventsPage(
        String programme, String indicator, ReportView.PeriodView period, @Nullable String area, @Nullable Instant asOf, @Nullable Instant projectedThrough,
        @JsonProperty("final") boolean isFinal, List<EventView> events, @Nullable String next) {

    /**
     * One event with what it adds.
     *
     * @param series which of the indicator's numbers it adds to
     * @param day the day that it counts for
     * @param knownAt when it entered its topic
     * @param amount what it adds to a sum, or the value that was measured
     * @param subject what is counted once however often it occurs: of a person who was merged the reference under which they count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventView(
            UUID id, String type, String stream, String series, LocalDate day, Instant occurredAt, Instant knownAt, @Nullable String area,
            @Nullable String provider, @Nullable BigDecimal amount, @Nullable String subject, @JsonRawValue String data) {}
}
