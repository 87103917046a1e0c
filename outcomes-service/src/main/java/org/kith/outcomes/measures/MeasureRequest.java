package org.kith.outcomes.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.measures.domain.Instrument;
import org.kith.outcomes.measures.domain.Occasion;
import org.kith.outcomes.measures.domain.TakeMeasure;
import org.kith.outcomes.storage.Place;
import org.kith.reference.Reference;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * @param subject reference of the person or volunteer; {@code subjectKind} says which
 * @param items answers, one for each item of the instrument; complete or not at all
 * @param raw their sum, where the answers themselves are not known
 * @param occurredAt when it was taken; now, if left out
 */
public record MeasureRequest(
        @Nullable String programme, @Nullable String area, @Nullable String subject, @Nullable String subjectKind, @Nullable String instrument,
        @Nullable String occasion, @Nullable List<@Nullable Integer> items, @Nullable Integer raw, @Nullable String occurredAt) {

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
