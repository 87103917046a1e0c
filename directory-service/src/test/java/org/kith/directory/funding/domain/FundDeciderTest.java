package org.kith.directory.funding.domain;

import static org.kith.directory.funding.domain.FundRejection.ALREADY_AWARDED;
import static org.kith.directory.funding.domain.FundRejection.AWARD_OUTSIDE_PERIOD;
import static org.kith.directory.funding.domain.FundRejection.BELOW_AWARDED;
import static org.kith.directory.funding.domain.FundRejection.BUDGET_EXCEEDED;
import static org.kith.directory.funding.domain.FundRejection.OUTSIDE_FUND_PERIOD;
import static org.kith.directory.funding.domain.FundRejection.PROGRAMME_FIXED;
import static org.kith.directory.funding.domain.FundRejection.UNKNOWN_FUND;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.funding.domain.FundCommand.AwardGrant;
import org.kith.directory.funding.domain.FundCommand.SetFundingLine;
import org.kith.directory.funding.domain.FundEvent.GrantAwarded;
import org.kith.directory.funding.domain.FundEvent.LineSet;
import org.kith.testsupport.DeciderSpec;

class FundDeciderTest implements DeciderSpec<FundCommand, Fund, FundEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    @Override
    public Decider<FundCommand, Fund, FundEvent> decider() {
        return new FundDecider();
    }

    @Test
    void a_line_is_set_once_and_again_when_it_changes() {
        given().when(set(line(1000))).then(lineSet(1000));
        given(lineSet(1000)).when(set(line(1000))).thenNothing();
        given(lineSet(1000)).when(set(line(2000))).then(lineSet(2000));
    }

    @Test
    void the_last_pound_can_be_granted_and_not_a_penny_more() {
        given(lineSet(1000), awarded("a", 600, FIRST)).when(award("b", 400, LAST)).then(awarded("b", 400, LAST));
        given(lineSet(1000), awarded("a", 600, FIRST)).when(award("b", 401, LAST)).thenRejected(BUDGET_EXCEEDED);
    }

    @Test
    void is_granted_only_within_its_days() {
        given(lineSet(1000)).when(award("a", 1, FIRST.minusDays(1))).thenRejected(OUTSIDE_FUND_PERIOD);
        given(lineSet(1000)).when(award("a", 1, LAST.plusDays(1))).thenRejected(OUTSIDE_FUND_PERIOD);
    }

    @Test
    void a_grant_is_awarded_once_and_only_from_a_fund_that_there_is() {
        given(lineSet(1000), awarded("a", 600, FIRST)).when(award("a", 1, FIRST)).thenRejected(ALREADY_AWARDED);
        given().when(award("a", 1, FIRST)).thenRejected(UNKNOWN_FUND);
    }

    @Test
    void a_line_never_changes_so_that_its_grants_no_longer_fit() {
        given(lineSet(1000), awarded("a", 600, LAST)).when(set(line(599))).thenRejected(BELOW_AWARDED);
        given(lineSet(1000), awarded("a", 600, LAST))
                .when(set(new FundingLine("clics", "CP4", "Budget", 1000, null, FIRST, LAST.minusDays(1))))
                .thenRejected(AWARD_OUTSIDE_PERIOD);
        given(lineSet(1000))
                .when(set(new FundingLine("another", "CP4", "Budget", 1000, null, FIRST, LAST)))
                .thenRejected(PROGRAMME_FIXED);
    }

    private static FundingLine line(long pence) {
        return new FundingLine("clics", "CP4", "Budget", pence, null, FIRST, LAST);
    }

    private static SetFundingLine set(FundingLine line) {
        return new SetFundingLine("f1", line, AT);
    }

    private static LineSet lineSet(long pence) {
        return new LineSet("f1", line(pence), AT);
    }

    private static Grant grant(String id, long pence, LocalDate on) {
        return new Grant(id, "g1", "Knit and Natter", "Wool", pence, "CP4", on);
    }

    private static AwardGrant award(String id, long pence, LocalDate on) {
        return new AwardGrant("f1", grant(id, pence, on), "host", AT);
    }

    private static GrantAwarded awarded(String id, long pence, LocalDate on) {
        return new GrantAwarded("f1", grant(id, pence, on), "host", AT);
    }
}
