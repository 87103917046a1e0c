package org.kith.directory.funding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public record GrantView(
        String id, String fund, @Nullable String area, String recipient, String recipientName, String title, long amountPence,
        LocalDate awardedOn) {}
