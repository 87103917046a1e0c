package org.kith.outcomes.casestudies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.casestudies.domain.RecordCaseStudy;
import org.kith.outcomes.storage.Place;
import org.kith.reference.Reference;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A case study, told with the consent of whom it is about. */
@Schema(requiredProperties = {"programme", "area", "theme", "title", "text", "consent"})
public record CaseStudyRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(description = "Code list 'case-study-theme'", examples = "community-development") @Nullable String theme,
        @Schema(description = "Code list 'case-study-shows', at most 20", examples = "[\"reduced-isolation\"]") @Nullable List<@Nullable String> shows,
        @Schema(description = "At most 200 characters; never in an event", examples = "A hall that stays open") @Nullable String title,
        @Schema(description = "At most 20,000 characters; never in an event", examples = "In the first winter the hall opened on Tuesdays only.") @Nullable String text,
        @Schema(description = "Of whom it tells of; without it there is no case study") @Nullable ConsentRequest consent,
        @Schema(format = "date-time", description = "When it happened; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    @Schema(requiredProperties = {"given", "how", "on"})
    public record ConsentRequest(
            @Schema(description = "Must be true", examples = "true") @Nullable Boolean given,
            @Schema(description = "Code list 'consent-how'", examples = "written") @Nullable String how,
            @Schema(format = "date", description = "The day it was given, not after today", examples = "2026-03-01") @Nullable String on) {}

    /** The command, and the text that stays beside it. */
    record Checked(RecordCaseStudy command, String title, String text) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Checked check(UUID id, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var place = Place.check(invalid, programme, area, reference, asked.caller());
        var about = coded(invalid, "theme", theme, "case-study-theme", reference);
        var outcomes = shows(invalid, reference);
        var heading = invalid.required("title", title, 200);
        var content = invalid.required("text", text, 20_000);
        var agreed = consent == null ? new ConsentRequest(null, null, null) : consent;
        invalid.check(Boolean.TRUE.equals(agreed.given()), "consent.given", "required", "A case study needs the consent of whom it tells of.");
        var how = coded(invalid, "consent.how", agreed.how(), "consent-how", reference);
        var on = Shapes.pastDay(invalid, "consent.on", agreed.on(), asked.now());
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        var command = new RecordCaseStudy(
                id.toString(), place.programme(), place.area(), Objects.requireNonNull(about), List.copyOf(outcomes), Objects.requireNonNull(how),
                Objects.requireNonNull(on), asked.caller().organisation(), at);
        return new Checked(command, Objects.requireNonNull(heading), Objects.requireNonNull(content));
    }

    private Set<String> shows(Invalid invalid, Reference reference) {
        var checked = new LinkedHashSet<String>();
        if (shows == null || !invalid.check(shows.size() <= 20, "shows", "size", "At most 20.")) return checked;
        for (int i = 0; i < shows.size(); i++) {
            var code = coded(invalid, "shows[" + i + "]", shows.get(i), "case-study-shows", reference);
            if (code != null) checked.add(code);
        }
        return checked;
    }

    private static @Nullable String coded(Invalid invalid, String field, @Nullable String value, String list, Reference reference) {
        var code = invalid.required(field, value, 64);
        if (code == null) return null;
        return invalid.check(reference.hasCode(list, code), field, "unknown-code", "Not a code of the list '" + list + "'.") ? code : null;
    }

    @Override
    public String toString() {
        return "CaseStudyRequest";
    }
}
