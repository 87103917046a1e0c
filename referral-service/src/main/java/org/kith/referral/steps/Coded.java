package org.kith.referral.steps;

import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.web.problem.Invalid;

/** A value of a code list, as a caller says. */
public final class Coded {
    private static final int MOST = 64;

    private Coded() {}

    /** The code; empty text, with an error noted, where it is absent or not in the list. */
    public static String required(Invalid invalid, Reference reference, String field, String list, @Nullable String sent) {
        var code = invalid.required(field, sent, MOST);
        if (code == null) return "";
        invalid.check(reference.hasCode(list, code), field, "unknown-code", "This is not in the code list '" + list + "'.");
        return code;
    }
}
