package org.kith.web.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.decider.Clocks;
import org.kith.web.problem.Invalid;

/** Shapes of single values. Each method answers null, and notes an error, for a value that has not its shape. */
public final class Shapes {
    /** Days are counted as people on the ground count them. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Shapes() {}

    /** Ids of programmes, funds, posts and lists, and values of lists. */
    public static @Nullable String slug(Invalid invalid, String field, @Nullable String value) {
        return matching(invalid, field, value, SLUG, "Lower case letters, digits and hyphens, at most 64.");
    }

    /** Codes of areas and practices. */
    public static @Nullable String code(Invalid invalid, String field, @Nullable String value) {
        return matching(invalid, field, value, CODE, "Letters, digits and hyphens, at most 32.");
    }

    /** The id in the body may be left out; if sent, it must be the path's. */
    public static void sameAsPath(Invalid invalid, String field, @Nullable String sent, String path) {
        invalid.check(sent == null || sent.equals(path), field, "differs-from-path", "Must be the one in the path.");
    }

    public static @Nullable LocalDate day(Invalid invalid, String field, @Nullable String value) {
        if (invalid.required(field, value, 10) == null) return null;
        var day = invalid.date(field, value);
        if (day == null) return null;
        boolean thinkable = !day.isBefore(EARLIEST) && day.isBefore(LATEST);
        return invalid.check(thinkable, field, "out-of-range", "From 1900 to 2199.") ? day : null;
    }

    /** Today by the caller's clock is no future either, should that be a little ahead. */
    public static @Nullable LocalDate pastDay(Invalid invalid, String field, @Nullable String value, Instant now) {
        var day = day(invalid, field, value);
        if (day == null) return null;
        boolean past = !day.isAfter(now.plus(Clocks.DIFFER).atZone(LONDON).toLocalDate());
        return invalid.check(past, field, "in-the-future", "Not after today.") ? day : null;
    }

    /** When something happened: {@code now} if nothing was sent. Not in the future, as far as clocks agree. */
    public static Instant occurredAt(Invalid invalid, String field, @Nullable String value, Instant now) {
        var at = invalid.instant(field, value);
        if (at == null) return now;
        boolean thinkable = !Clocks.surelyAfter(at, now) && !at.atZone(LONDON).toLocalDate().isBefore(EARLIEST);
        return invalid.check(thinkable, field, "in-the-future", "Not after now, and not before 1900.") ? at : now;
    }

    private static @Nullable String matching(Invalid invalid, String field, @Nullable String value, Pattern shape, String message) {
        var text = invalid.required(field, value, 64);
        if (text == null) return null;
        return invalid.check(shape.matcher(text).matches(), field, "malformed", message) ? text : null;
    }
}
