package org.kith.directory.funding.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface FundCommand {

    record SetFundingLine(String fund, FundingLine line, Instant at) implements FundCommand {}

    /** @param provider code of the organisation that awards; {@code at} the beginning of the day it is awarded on */
    record AwardGrant(String fund, Grant grant, @Nullable String provider, Instant at) implements FundCommand {}
}
