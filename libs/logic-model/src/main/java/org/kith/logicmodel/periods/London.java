package org.kith.logicmodel.periods;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The programmes' clock. */
public final class London {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
