package org.kith.directory.funding.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a fund is: money that may be granted between two days, both included.
 *
 * @param area where the money is for one area of the programme
 * @param term {@code recurrent}, {@code fixed-term}, or absent where nobody has said
 */
public record FundingLine(
        String programme, @Nullable String area, String name, long amountPence, @Nullable String term, LocalDate from, LocalDate to) {

    boolean spans(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
