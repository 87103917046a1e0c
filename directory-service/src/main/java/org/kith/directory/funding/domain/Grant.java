package org.kith.directory.funding.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param recipient reference of the organisation or group; {@code area} of the programme that it is granted for */
public record Grant(
        String grant, String recipient, String recipientName, String title, long amountPence, @Nullable String area, LocalDate awardedOn) {}
