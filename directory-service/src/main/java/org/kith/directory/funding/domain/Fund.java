package org.kith.directory.funding.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public sealed interface Fund {
    record Unknown() implements Fund {}

    /** @param awardedPence the sum of its grants, never more than the line's amount */
    record Open(
            String fund, FundingLine line, long awardedPence, Set<String> grants, @Nullable LocalDate firstAward, @Nullable LocalDate lastAward)
            implements Fund {

        public long remainingPence() {
            return line.amountPence() - awardedPence;
        }

        boolean allAwardsWithin(FundingLine other) {
            return (firstAward == null || other.spans(firstAward)) && (lastAward == null || other.spans(lastAward));
        }

        Open with(FundingLine newLine) {
            return new Open(fund, newLine, awardedPence, grants, firstAward, lastAward);
        }

        Open with(Grant grant) {
            var all = new HashSet<>(grants);
            all.add(grant.grant());
            var day = grant.awardedOn();
            return new Open(
                    fund,
                    line,
                    awardedPence + grant.amountPence(),
                    Set.copyOf(all),
                    firstAward == null || day.isBefore(firstAward) ? day : firstAward,
                    lastAward == null || day.isAfter(lastAward) ? day : lastAward);
        }
    }
}
