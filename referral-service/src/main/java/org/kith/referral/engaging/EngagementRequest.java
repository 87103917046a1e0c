package org.kith.referral.engaging;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.engaging.domain.Engage;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** An engagement as it is sent. */
@Schema(name = "PrimaryCareEngagement", requiredProperties = {"programme", "practice", "kind"})
public record EngagementRequest(
        @Schema(description = "Id of the programme", examples = "norfolk-living-well") @Nullable String programme,
        @Schema(description = "Code of a practice in one of the programme's clusters", examples = "KITH-NLW-07") @Nullable String practice,
        @Schema(description = "Code list 'engagement-kind'", examples = "meeting") @Nullable String kind,
        @Schema(format = "date-time", description = "Absent: now") @Nullable String occurredAt) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int CODE = 64;

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Engage check(UUID engagement, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var in = text(invalid.required("programme", programme, CODE));
        boolean mine = asked.caller().mayUse(in) && reference.programme(in).isPresent();
        if (!in.isEmpty()) invalid.check(mine, "programme", "unknown", "There is no such programme among those that you take part in.");
        var at = Moment.orNow(invalid, "occurredAt", occurredAt, asked.now());
        var where = text(invalid.required("practice", practice, CODE));
        var cluster = mine ? reference.clusterOf(where, in, LocalDate.ofInstant(at, LONDON)) : Optional.<String>empty();
        if (mine && !where.isEmpty()) invalid.check(cluster.isPresent(), "practice", "unknown", "The practice was in none of the programme's clusters on that day.");
        var how = Coded.required(invalid, reference, "kind", "engagement-kind", kind);
        invalid.throwIfAny();
        return new Engage(engagement, in, cluster.orElseThrow(), where, how, at);
    }

    private static String text(@Nullable String checked) {
        return checked == null ? "" : checked;
    }
}
