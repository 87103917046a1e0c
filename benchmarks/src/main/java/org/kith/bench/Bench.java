package org.kith.bench;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * {@code ./kith bench [ROW …]}: runs the rows that are named, or all, and prints each as a line of a Markdown table.
 * Copy the lines into {@code benchmarks/RESULTS.md} together with the machine and versions printed above them.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        var rows = ServiceLoader.load(Row.class).stream().map(ServiceLoader.Provider::get).toList();
        var wanted = List.of(arguments);
        var unknown = wanted.stream().filter(id -> rows.stream().noneMatch(row -> row.id().equals(id))).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no row " + unknown + ". Rows: " + rows.stream().map(Row::id).toList());
            System.exit(2);
        }
        var chosen = rows.stream().filter(row -> wanted.isEmpty() || wanted.contains(row.id())).toList();
        var ready = chosen.stream().filter(Bench::isReady).toList();
        if (ready.isEmpty()) System.exit(1);
        System.out.println(Machine.described());
        System.out.println("| row | measured | ours | peer | peer's | ratio of medians | wanted |");
        System.out.println("|---|---|---|---|---|---|---|");
        var failed = ready.stream().filter(row -> !run(row)).count();
        System.exit(failed == 0 && ready.size() == chosen.size() ? 0 : 1);
    }

    /** What is missing is said before anything is measured, so that nobody waits for it. */
    private static boolean isReady(Row row) {
        var missing = row.missing();
        missing.ifPresent(what -> System.err.println(row.id() + " cannot run: " + what));
        return missing.isEmpty();
    }

    private static boolean run(Row row) {
        System.err.println("measuring " + row.id() + " …");
        try {
            System.out.println(line(row, row.measure()));
            return true;
        } catch (Exception e) {
            System.err.println(row.id() + " failed: " + e + " at " + Arrays.stream(e.getStackTrace()).limit(3).toList());
            return false;
        }
    }

    private static String line(Row row, List<Row.Pair> pairs) {
        var ours = Spread.of(pairs.stream().mapToDouble(Row.Pair::ours));
        var peer = Spread.of(pairs.stream().mapToDouble(Row.Pair::peer));
        var ratios = Spread.of(pairs.stream().mapToDouble(Row.Pair::ratio));
        return "| %s | %s | %s | %s | %s | %.2f (pairs %.2f – %.2f) | %s |"
                .formatted(row.id(), row.measured(), ours, row.peer(), peer, ours.median() / peer.median(), ratios.least(), ratios.most(), row.wanted());
    }
}
