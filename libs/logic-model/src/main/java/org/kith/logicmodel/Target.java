package org.kith.logicmodel;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document asks an indicator to reach, in the document's own terms. */
public sealed interface Target {

    /** The document sets none: a valid state, shown as "no target set". */
    record NoneSet() implements Target {}

    /**
     * @param from the value, or the lower end of a range
     * @param to upper end of a range; absent for a single value
     * @param per what it is for each of: {@code area}, or something that the model counts such as {@code lot}
     * @param months length of time that it is for; absent when the document names none
     * @param provisional subject to something that is not decided yet
     * @param illustrative a typical level, not one that anybody promised
     */
    record Level(
            BigDecimal from, @Nullable BigDecimal to, Set<String> per, @Nullable Integer months, boolean provisional,
            boolean illustrative, @Nullable String assumption) implements Target {
        public Level { per = Set.copyOf(per); }
    }
}
