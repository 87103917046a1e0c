package org.kith.logicmodel;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a document asks an indicator to reach, in the document's own terms. */
public sealed interface Target {

    /** As the document has it: {@code 10 to 15 per area in a year}. */
    String inWords();

    /** The document sets none: a valid state, shown as "no target set". */
    record NoneSet() implements Target {
        @Override
        public String inWords() { return "no target set"; }
    }

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

        @Override
        public String inWords() {
            return from.toPlainString() + (to == null ? "" : " to " + to.toPlainString())
                    + per.stream().sorted().map(unit -> " per " + unit).collect(Collectors.joining())
                    + (months == null ? "" : " in " + length(months))
                    + (provisional ? ", provisional" : "") + (illustrative ? ", a typical level and not a promise" : "");
        }

        static String length(int months) {
            return switch (months) {
                case 1 -> "a month";
                case 3 -> "a quarter";
                case 12 -> "a year";
                default -> months + " months";
            };
        }
    }
}
