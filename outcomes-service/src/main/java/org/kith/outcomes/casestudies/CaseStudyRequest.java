package org.kith.outcomes.casestudies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.casestudies.domain.RecordCaseStudy;
import org.kith.outcomes.storage.Place;
import org.kith.reference.Reference;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * @param theme code list {@code case-study-theme}; {@code shows} code list {@code case-study-shows}, at most 20
 * @param text at most 20,000 characters
 * @param consent of whom it tells of; without it there is no case study
 */
public record CaseStudyRequest(
        @Nullable String programme, @Nullable String area, @Nullable String theme, @Nullable List<@Nullable String> shows,
        @Nullable String title, @Nullable String text, @Nullable ConsentRequest consent, @Nullable String occurredAt) {

    /** @param how code list {@code consent-how}; {@code on} the day it was given */
    public record ConsentRequest(@Nullable Boolean given, @Nullable String how, @Nullable String on) {}

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
