package org.kith.referral.sessions;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.sessions.domain.HoldSession;
import org.kith.referral.steps.KindOfSupport;
import org.kith.referral.steps.Moment;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A session as it is sent. */
@Schema(name = "SupportSession", requiredProperties = {"programme", "area", "strand", "kind", "attended"})
public record SessionRequest(
        @Schema(description = "Id of the programme", examples = "sird-2021") @Nullable String programme,
        @Schema(description = "Area of the programme", examples = "scotland") @Nullable String area,
        @Schema(description = "Code list 'support-strand-<programme>'", examples = "information") @Nullable String strand,
        @Schema(description = "Code list 'support-<strand>'", examples = "outreach") @Nullable String kind,
        @Schema(description = "Code list '<strand>-theme', required where there is one") @Nullable String theme,
        @Schema(minimum = "0", maximum = "10000", description = "How many people came", examples = "12") @Nullable Integer attended,
        @Schema(format = "date-time", description = "Absent: now") @Nullable String occurredAt) {
    private static final int CODE = 64;
    private static final int MOST = 10_000;

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    HoldSession check(UUID session, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var in = text(invalid.required("programme", programme, CODE));
        boolean mine = asked.caller().mayUse(in) && reference.programme(in).isPresent();
        if (!in.isEmpty()) invalid.check(mine, "programme", "unknown", "There is no such programme among those that you take part in.");
        var where = text(invalid.required("area", area, CODE));
        if (mine && !where.isEmpty()) invalid.check(reference.hasArea(in, where), "area", "unknown", "The programme has no such area.");
        var support = KindOfSupport.read(invalid, reference, in, strand, kind, theme);
        int came = attended == null ? -1 : attended;
        if (attended == null) invalid.add("attended", "required", "This is required.");
        else invalid.check(came >= 0 && came <= MOST, "attended", "out-of-range", "0 to " + MOST + " people.");
        var at = Moment.orNow(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        return new HoldSession(session, in, where, support.strand(), support.kind(), support.theme(), came, at);
    }

    private static String text(@Nullable String checked) {
        return checked == null ? "" : checked;
    }
}
