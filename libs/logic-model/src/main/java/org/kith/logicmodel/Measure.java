package org.kith.logicmodel;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How events become a number: the closed grammar of indicators. */
public sealed interface Measure {

    /** The events that it is made from. */
    List<Selection> selections();

    String definition();

    /** The number of events. */
    record Count(Selection of) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "count of " + of.definition(); }
    }

    /** The total of a number field; a field that ends in {@code Pence} is totalled in pounds. */
    record Sum(Selection of, String field) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "sum of " + field + " of " + of.definition(); }
    }

    /** How many different values a field has. */
    record Distinct(Selection of, String by) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "distinct " + by + " of " + of.definition(); }
    }

    /** One number for each of another, to two decimals; no value while the other is zero. Neither is itself made of two. */
    record Ratio(Measure of, Measure per) implements Measure {
        @Override
        public List<Selection> selections() { return both(of, per); }
        @Override
        public String definition() { return of.definition() + " for each " + per.definition(); }
    }

    /** One number less another, such as a budget less what was granted from it. Neither is itself made of two. */
    record Difference(Measure of, Measure less) implements Measure {
        @Override
        public List<Selection> selections() { return both(of, less); }
        @Override
        public String definition() { return of.definition() + " less " + less.definition(); }
    }

    /**
     * The same subject measured on two occasions with the same scale.
     *
     * @param scales never pooled; only {@code PAIRS} may name several
     * @param by field of the subject; {@code value} field of the score
     */
    record PairedChange(Selection of, List<String> scales, String from, String to, String by, String value, Statistic statistic)
            implements Measure {
        public PairedChange { scales = List.copyOf(scales); }
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() {
            return statistic.words + " of " + value + " on " + String.join(" or ", scales) + " from " + from + " to " + to + " of the same "
                    + by + ", of " + of.definition();
        }

        public enum Statistic {
            PAIRS("subjects with both occasions"), MEAN_CHANGE("mean change"), IMPROVED("subjects whose score rose");

            private final String words;

            Statistic(String words) { this.words = words; }
        }
    }

    record Median(Selection of, String field) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "median " + field + " of " + of.definition(); }
    }

    /**
     * The last that was said of each subject within the period, totalled: a budget that was set again counts once.
     *
     * @param by field of the subject; {@code field} number field to total
     */
    record Latest(Selection of, String by, String field) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "sum of the latest " + field + " of each " + by + " of " + of.definition(); }
    }

    /**
     * What stands at the end of the period: opened by one event and not closed by another since.
     *
     * @param closed absent where nothing closes it again
     * @param by field that both events have
     * @param sum number field of the opening event to total; absent to count
     */
    record Standing(Selection opened, @Nullable Selection closed, String by, @Nullable String sum) implements Measure {
        @Override
        public List<Selection> selections() { return closed == null ? List.of(opened) : List.of(opened, closed); }
        @Override
        public String definition() {
            return (sum == null ? "" : "sum of " + sum + " over ") + "each " + by + " opened by " + opened.definition()
                    + (closed == null ? "" : " and not closed by " + closed.definition()) + " at the end of the period";
        }
    }

    /** Something that happens or does not: 1 once it has happened by the end of the period. */
    record Milestone(Selection of, @Nullable String planned) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "reached with the first " + of.definition(); }
    }

    private static List<Selection> both(Measure one, Measure other) {
        return Stream.of(one, other).flatMap(measure -> measure.selections().stream()).toList();
    }

    /** Texts that are recorded and read; the number only says how many there are. */
    record Narrative(Selection of) implements Measure {
        @Override
        public List<Selection> selections() { return List.of(of); }
        @Override
        public String definition() { return "narratives recorded by " + of.definition(); }
    }
}
