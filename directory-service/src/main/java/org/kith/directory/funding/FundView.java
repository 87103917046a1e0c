package org.kith.directory.funding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Amounts in pence; both days included. */
public record FundView(
        String id, long version, String programme, @Nullable String area, String name, long amountPence, long awardedPence,
        long remainingPence, @Nullable String term, LocalDate from, LocalDate to) {}
