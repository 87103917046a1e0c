package org.kith.local.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kith.local.Installation;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/**
 * Says which rows of the acceptance list the last run of the tests has proven. A row is proven if a test that names it
 * passed, and none that names it failed.
 */
final class Acceptance {

    /** The shape that scripts read. */
    record Row(String row, boolean proven, List<String> tests) {}

    private static final String PASSED = "SUCCESSFUL";

    private final Installation installation;
    private final Terminal terminal;

    Acceptance(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** Exit code 1 if there is nothing to show; as JSON, the list with no row proven. */
    int run(boolean json) {
        var says = list(installation.root().resolve("acceptance/rows.txt"));
        var results = results(installation.root().resolve("target/acceptance-rows"));
        if (results.isEmpty())
            terminal.error("No test of any row has been run in this checkout, so nothing is known yet. ./kith test runs them all, in 20 minutes or so; then ask again.");
        var rows = rows(says.keySet(), results);
        if (json) {
            terminal.line(new ObjectMapper().valueToTree(rows).toPrettyString());
            return 0;
        }
        if (results.isEmpty()) return 1;
        var table = new ArrayList<List<String>>();
        table.add(List.of("row", "proven", "what it asks for", "tests"));
        for (var row : rows)
            table.add(List.of(row.row(), row.proven() ? "yes" : "no", says.getOrDefault(row.row(), ""), String.join(", ", row.tests().stream().map(Acceptance::simple).toList())));
        terminal.table(table);
        terminal.line("");
        terminal.line("  " + rows.stream().filter(Row::proven).count() + " of " + rows.size() + " rows are proven by the last run of the tests (./kith test).");
        return 0;
    }

    /** @param results lines of row, result and test */
    static List<Row> rows(Iterable<String> list, List<String[]> results) {
        var rows = new ArrayList<Row>();
        for (var id : list) {
            SortedSet<String> tests = new TreeSet<>();
            var failed = false;
            for (var result : results) {
                if (!result[0].equals(id)) continue;
                tests.add(result[2]);
                failed |= !result[1].equals(PASSED);
            }
            rows.add(new Row(id, !tests.isEmpty() && !failed, List.copyOf(tests)));
        }
        return rows;
    }

    private static Map<String, String> list(Path file) {
        try {
            var rows = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(file)) if (line.contains("\t")) rows.put(line.split("\t")[0], line.split("\t")[1]);
            return rows;
        } catch (IOException e) {
            throw new StartFailed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String[]> results(Path folder) {
        var results = new ArrayList<String[]>();
        if (!Files.isDirectory(folder)) return results;
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) for (var line : Files.readAllLines(file)) results.add(line.split("\t", 3));
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simple(String test) {
        return test.replaceAll("([a-z_]+\\.)+(?=[A-Z])", "");
    }
}
