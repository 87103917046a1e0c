package org.kith.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Invalid;

/**
 * Which page is asked for.
 *
 * @param after key of the last item that the caller has; empty for the first page
 * @param limit most items on the page
 */
public record PageAsked(String after, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int MOST_AFTER = 200;

    /**
     * @param limit as it was sent
     * @throws org.kith.web.problem.ProblemException 422 where a parameter is out of bounds
     */
    public static PageAsked read(@Nullable String after, @Nullable String limit) {
        var invalid = new Invalid();
        invalid.check(after == null || isKey(after), "after", "malformed", "The value of 'next' on the page before.");
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        return new PageAsked(after == null ? "" : after, most);
    }

    private static boolean isKey(String text) {
        return text.length() <= MOST_AFTER && text.chars().noneMatch(Character::isISOControl);
    }

    /** One more than the page holds: whether there is a next page is seen from it. */
    public int fetch() {
        return limit + 1;
    }

    /** @param fetched up to {@link #fetch()} rows, in the order of their keys */
    public <R, T> Page<T> page(List<R> fetched, Function<R, T> view, Function<R, String> key) {
        boolean more = fetched.size() > limit;
        var rows = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(rows.stream().map(view).toList(), more ? key.apply(rows.getLast()) : null);
    }
}
