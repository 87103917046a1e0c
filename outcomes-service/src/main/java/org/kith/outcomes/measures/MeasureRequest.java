package org.kith.outcomes.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.measures.domain.Instrument;
import org.kith.outcomes.measures.domain.Occasion;
import org.kith.outcomes.measures.domain.TakeMeasure;
import org.kith.outcomes.storage.Place;
import org.kith.reference.Reference;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A measure taken of a person or a volunteer. */
@Schema(requiredProperties = {"programme", "area", "subject", "subjectKind", "instrument", "occasion"})
public record MeasureRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(format = "uuid", description = "Reference of the person or volunteer", examples = "0198f3a2-7c1e-7b1a-9d55-0a4be2f6c302") @Nullable String subject,
        @Schema(description = "Code list 'subject-kind'", examples = "volunteer") @Nullable String subjectKind,
        @Schema(description = "Code list 'instrument'", examples = "swemwbs") @Nullable String instrument,
        @Schema(description = "Code list 'occasion'", examples = "baseline") @Nullable String occasion,
        @Schema(description = "Answers, one for each item of the instrument; complete or not at all", examples = "[3, 2, 3, 3, 3, 2, 3]") @Nullable List<@Nullable Integer> items,
        @Schema(description = "Their sum, where the answers themselves are not known") @Nullable Integer raw,
        @Schema(format = "date-time", description = "When it was taken; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    TakeMeasure command(UUID id, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var place = Place.check(invalid, programme, area, reference, asked.caller());
        var who = invalid.required("subject", subject, 36) == null ? null : invalid.uuid("subject", subject);
        var kind = coded(invalid, "subjectKind", subjectKind, "subject-kind", reference).orElse(null);
        var with = coded(invalid, "instrument", instrument, "instrument", reference).flatMap(Instrument::of).orElse(null);
        var when = coded(invalid, "occasion", occasion, "occasion", reference).flatMap(Occasion::of).orElse(null);
        var answers = with == null ? null : answers(invalid, with);
        var sum = with == null ? null : raw(invalid, with, answers);
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        return new TakeMeasure(
                id.toString(), place.programme(), place.area(), Objects.requireNonNull(who).toString(), Objects.requireNonNull(kind),
                Objects.requireNonNull(with), Objects.requireNonNull(when), answers, Objects.requireNonNull(sum),
                asked.caller().organisation(), at);
    }

    private static Optional<String> coded(Invalid invalid, String field, @Nullable String value, String list, Reference reference) {
        var code = invalid.required(field, value, 64);
        if (code == null) return Optional.empty();
        boolean known = invalid.check(reference.hasCode(list, code), field, "unknown-code", "Not a code of the list '" + list + "'.");
        return known ? Optional.of(code) : Optional.empty();
    }

    private @Nullable List<Integer> answers(Invalid invalid, Instrument instrument) {
        if (items == null) return null;
        int count = instrument.items();
        if (!invalid.check(items.size() == count, "items", "incomplete", "Complete answers only: " + count + " items.")) return null;
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            boolean fits = item != null && item >= instrument.lowest() && item <= instrument.highest();
            invalid.check(fits, "items[" + i + "]", "out-of-range", "From " + instrument.lowest() + " to " + instrument.highest() + ".");
            if (item != null) answers.add(item);
        }
        return List.copyOf(answers);
    }

    private @Nullable Integer raw(Invalid invalid, Instrument instrument, @Nullable List<Integer> answers) {
        if (answers != null) {
            int sum = instrument.raw(answers);
            invalid.check(raw == null || raw == sum, "raw", "not-the-sum", "Must be the sum of the items, or left out.");
            return sum;
        }
        if (items != null) return null;
        boolean fits = raw != null && raw >= instrument.lowestRaw() && raw <= instrument.highestRaw();
        invalid.check(fits, "raw", "out-of-range", "From " + instrument.lowestRaw() + " to " + instrument.highestRaw() + ", where no items are sent.");
        return raw;
    }
}
