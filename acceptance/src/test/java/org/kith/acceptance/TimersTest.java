package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What nobody answers is chased and then declined, at the times that this platform was started with. When the waiting began is said by
 * events, so a referral that was reopened weeks ago, as is recorded now, is overdue at once, and nothing need be waited for. First of all:
 * with each kill a launcher waits longer before it starts a service again, and the one of {@link RecoveryTest} has not seen these.
 */
@Order(1)
class TimersTest {
    private static final String NORFOLK = "norfolk-living-well";

    private final Platform platform = Platform.started();

    @Test
    @Tag("kill")
    @Tag("D10")
    void what_nobody_answers_is_chased_and_declined_at_its_deadlines_once_whatever_is_killed() {
        var longAgo = reopened(Duration.ofDays(40));
        var lately = reopened(Platform.CHASE_AFTER.plusDays(1));
        var fresh = Case.referred(NORFOLK, Referrals.toNorfolk(People.someone()));
        platform.kill("referral");
        Eventually.holds(() -> assertThat(phase(longAgo.one())).isEqualTo("declined"));
        Eventually.holds(() -> assertThat(after(lately)).containsExactly("referral.chased " + lately.since().plus(Platform.CHASE_AFTER)));
        var told = List.of("referral.chased " + longAgo.since().plus(Platform.CHASE_AFTER), "referral.declined " + longAgo.since().plus(Platform.DECLINE_AFTER));
        assertThat(after(longAgo)).isEqualTo(told);
        longAgo.one().standsBehind("referrals-chased", "referral.chased");
        longAgo.one().standsBehind("referrals-declined", step -> step.at("/said/reason").asText().equals("nobody-answered"));
        platform.kill("referral");
        lately.one().step("coordinator", "accept", "{}");
        assertThat(after(longAgo)).as("after another start").isEqualTo(told);
        assertThat(after(lately)).hasSize(2).last().asString().startsWith("referral.accepted");
        assertThat(phase(fresh)).isEqualTo("awaiting-reply");
        assertThat(fresh.read().path("history").findValuesAsText("event")).isEmpty();
    }

    private record Reopened(Case one, Instant since) {}

    /** Referred, declined at once, and so long ago open again. */
    private static Reopened reopened(Duration ago) {
        var since = Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        var referral = Referrals.toNorfolk(People.someone()).replaceFirst("\\{", "{\"occurredAt\": \"%s\", ".formatted(since.minusSeconds(120)));
        var one = Case.referred(NORFOLK, referral);
        one.step("coordinator", "decline", "{\"reason\": \"no-capacity\", \"occurredAt\": \"%s\"}".formatted(since.minusSeconds(60)));
        one.step("coordinator", "reopen", "{\"reason\": \"declined-wrongly\", \"occurredAt\": \"%s\"}".formatted(since));
        return new Reopened(one, since);
    }

    private static String phase(Case one) {
        return one.read().path("phase").asText();
    }

    /** What happened since it was reopened, and when. */
    private static List<String> after(Reopened reopened) {
        var steps = new ArrayList<String>();
        boolean open = false;
        for (JsonNode step : reopened.one().read().path("history")) {
            if (open) steps.add(step.path("event").asText() + " " + step.path("occurredAt").asText());
            open |= step.path("event").asText().equals("referral.reopened");
        }
        return steps;
    }
}
