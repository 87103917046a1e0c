package org.kith.referral.linkage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.kith.web.checking.Shapes;

/** A period, both of its days included, as London counts them. */
record Days(LocalDate from, LocalDate until) {

    OffsetDateTime start() {
        return from.atStartOfDay(Shapes.LONDON).toOffsetDateTime();
    }

    OffsetDateTime end() {
        return until.plusDays(1).atStartOfDay(Shapes.LONDON).toOffsetDateTime();
    }
}
