package org.kith.referral.profile;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.steps.Coded;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** Reads what is said of a person, noting every fault. A field that is wrong reads as empty, so that the others can be read too. */
final class FactCheck {
    private static final int MOST = 20;
    private static final int LINE = 500;
    private static final int NOTE = 4_000;

    private final Invalid invalid = new Invalid();
    private final Reference reference;

    FactCheck(Reference reference) {
        this.reference = reference;
    }

    boolean holds(boolean holds, String field, String code, String message) {
        return invalid.check(holds, field, code, message);
    }

    boolean few(String field, List<?> sent) {
        return holds(sent.size() <= MOST, field, "too-many", "At most " + MOST + ".");
    }

    String code(String field, String list, @Nullable String sent) {
        return Coded.required(invalid, reference, field, list, sent);
    }

    /** Each once, in the order in which they came. */
    List<String> codes(String field, String list, @Nullable List<@Nullable String> sent) {
        if (sent == null || !few(field, sent)) return List.of();
        var codes = new LinkedHashSet<String>();
        for (int i = 0; i < sent.size(); i++) codes.add(code(field + "[" + i + "]", list, sent.get(i)));
        return List.copyOf(codes);
    }

    @Nullable
    String line(String field, @Nullable String sent) {
        return invalid.optional(field, sent, LINE);
    }

    @Nullable
    String note(String field, @Nullable String sent) {
        return invalid.optional(field, sent, NOTE);
    }

    @Nullable
    LocalDate day(String field, @Nullable String sent) {
        return sent == null || sent.isBlank() ? null : Shapes.day(invalid, field, sent);
    }

    @Nullable
    UUID reference(String field, @Nullable String sent) {
        return invalid.uuid(field, sent);
    }

    @Nullable
    String matching(String field, @Nullable String sent, int most, Pattern pattern, String message) {
        var text = invalid.optional(field, sent, most);
        if (text != null) holds(pattern.matcher(text).matches(), field, "invalid", message);
        return text;
    }

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    void throwIfAny() {
        invalid.throwIfAny();
    }
}
