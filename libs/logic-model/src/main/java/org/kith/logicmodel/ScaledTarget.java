package org.kith.logicmodel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a target means for the period and area that were asked for. */
public sealed interface ScaledTarget {

    record NoneSet() implements ScaledTarget {}

    /** @param to upper end of a range; absent for a single value */
    record Scaled(BigDecimal from, @Nullable BigDecimal to) implements ScaledTarget {}

    /** @param reason why no number can honestly be given */
    record NotScalable(String reason) implements ScaledTarget {}
}
