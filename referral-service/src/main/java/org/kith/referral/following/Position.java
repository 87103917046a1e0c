package org.kith.referral.following;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Invalid;

/**
 * Where somebody stands who follows changes: after this referral of that transaction.
 *
 * @param transaction PostgreSQL's number of it, which is never used twice
 */
record Position(long transaction, UUID referral) {
    static final Position BEGINNING = new Position(0, new UUID(0, 0));
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Before everything of that transaction. */
    static Position before(long transaction) {
        return new Position(transaction, BEGINNING.referral);
    }

    /** @return null and an error where it is none; null where there is no text */
    static @Nullable Position read(String field, @Nullable String text, Invalid invalid) {
        if (text == null) return null;
        var parts = TEXT.matcher(text);
        if (invalid.check(parts.matches(), field, "malformed", "A cursor as it was answered."))
            return new Position(Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2)));
        return null;
    }

    @Override
    public String toString() {
        return transaction + "-" + referral;
    }
}
