package org.kith.web.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects every field error of one request, then answers with all of them at once. The reading methods answer null for a
 * value that is absent or wrong, and note an error for the wrong one, so that checking can go on.
 */
public final class Invalid {
    private static final int MOST_ERRORS = 100;
    private final List<FieldError> errors = new ArrayList<>();

    public Invalid add(String field, String code, String message) {
        if (errors.size() < MOST_ERRORS) errors.add(new FieldError(field, code, message));
        return this;
    }

    /** Notes an error unless {@code holds}; answers {@code holds}. */
    public boolean check(boolean holds, String field, String code, String message) {
        if (!holds) add(field, code, message);
        return holds;
    }

    /** @return the text without surrounding space; null and an error when it is absent, blank or longer than {@code most} characters */
    public @Nullable String required(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            add(field, "required", "This is required.");
            return null;
        }
        return optional(field, text, most);
    }

    /** @return the text without surrounding space; null when absent or blank; null and an error when too long, with control characters, or not Unicode */
    public @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) return null;
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > most) {
            add(field, "too-long", "At most " + most + " characters.");
            return null;
        }
        if (stripped.chars().anyMatch(Invalid::unprintable)) {
            add(field, "control-character", "Control characters are not allowed.");
            return null;
        }
        if (stripped.codePoints().anyMatch(Invalid::half)) {
            add(field, "lone-surrogate", "Half of a character is in this text: a UTF-16 surrogate without its other half. Send whole characters.");
            return null;
        }
        return stripped;
    }

    /** @return a date from {@code YYYY-MM-DD} */
    public @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            add(field, "not-a-date", "A date as YYYY-MM-DD.");
            return null;
        }
    }

    /** @return a moment from RFC 3339, the offset being required */
    public @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            add(field, "not-a-time", "A date and time with its offset, as 2026-01-31T09:30:00Z.");
            return null;
        }
    }

    /** @return a whole number within these bounds; {@code otherwise} when absent; {@code otherwise} and an error when it is none */
    public int wholeNumber(String field, @Nullable String text, int from, int to, int otherwise) {
        if (text == null || text.isEmpty()) return otherwise;
        boolean digits = text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = digits ? Long.parseLong(text) : -1;
        if (check(number >= from && number <= to, field, "out-of-range", "A whole number from " + from + " to " + to + ".")) return (int) number;
        return otherwise;
    }

    public @Nullable UUID uuid(String field, @Nullable String text) {
        if (text == null) return null;
        try {
            if (text.length() == 36) return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            // the same answer as a wrong length
        }
        add(field, "not-a-uuid", "A UUID of 36 characters.");
        return null;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** @throws ProblemException 422 when any error was noted */
    public void throwIfAny() {
        if (!errors.isEmpty()) throw Problems.invalid(errors);
    }

    /** It would be stored as a question mark. */
    private static boolean half(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
