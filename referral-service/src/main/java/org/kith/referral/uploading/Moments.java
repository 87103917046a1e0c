package org.kith.referral.uploading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.referral.steps.Moment;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** When each thing happened, in its order: a moment, or a day. Of a day only so much is known that it was not before what came before it. */
final class Moments {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Map<Column, String> cells;
    private final Invalid invalid;
    private final Instant now;
    private Instant last = Instant.EPOCH;

    Moments(Map<Column, String> cells, Invalid invalid, Instant now) {
        this.cells = cells;
        this.invalid = invalid;
        this.now = now;
    }

    /** As the common check reads a moment: a day is its beginning in London; whatever else, also what is no day, stays as it was said. */
    static @Nullable String beginning(@Nullable String said) {
        if (said == null || !DAY.matcher(said).matches()) return said;
        try {
            return LocalDate.parse(said).atStartOfDay(Shapes.LONDON).toInstant().toString();
        } catch (DateTimeException e) {
            return said;
        }
    }

    /** When it was referred, which the common check has looked at already. */
    void begin() {
        var said = beginning(cells.get(Column.OCCURRED_AT));
        if (!invalid.check(said != null, Column.OCCURRED_AT.title(), "required", "Say when it was referred.") || said == null) return;
        var at = Moment.read(new Invalid(), Column.OCCURRED_AT.title(), said, now);
        if (at != null) last = at;
    }

    /** Notes what is wrong; what is missing was noted before. */
    Instant next(Column column) {
        var said = cells.get(column);
        if (said == null) return last;
        var at = DAY.matcher(said).matches() ? day(column, said) : Moment.read(invalid, column.title(), said, now);
        if (at == null) return last;
        if (invalid.check(!at.isBefore(last), column.title(), "too-early", "This is before what it follows from.")) last = at;
        return last;
    }

    private @Nullable Instant day(Column column, String said) {
        try {
            var day = LocalDate.parse(said);
            var begins = Moment.read(invalid, column.title(), day.atStartOfDay(Shapes.LONDON).toInstant().toString(), now);
            boolean sameDay = begins != null && day.equals(LocalDate.ofInstant(last, Shapes.LONDON));
            return sameDay ? last : begins;
        } catch (DateTimeException e) {
            invalid.add(column.title(), "not-a-date", "A date as YYYY-MM-DD, or a date and time with its offset.");
            return null;
        }
    }
}
