package org.kith.local.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal of 110 columns or more: each column as wide as its widest cell, numbers to the right, long cells in
 * several lines.
 *
 * @param rows of equally many cells, the first of them the heading
 */
record Table(List<List<String>> rows) {

    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    /** One printed line. */
    record Line(boolean heading, String text) {}

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var widths = widths();
        for (var row : rows) {
            var cells = row.stream().map(cell -> wrapped(cell, WIDEST)).toList();
            var height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (var i = 0; i < height; i++) {
                var text = new StringBuilder();
                for (var column = 0; column < cells.size(); column++) {
                    var part = i < cells.get(column).size() ? cells.get(column).get(i) : "";
                    var space = " ".repeat(widths[column] - part.length());
                    text.append(number(part) ? space + part : part + space).append(GAP);
                }
                lines.add(new Line(row == rows.getFirst(), text.toString().stripTrailing()));
            }
        }
        return lines;
    }

    /** Breaks before a word that would go beyond {@code width}; a single word that is longer stays whole. */
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private int[] widths() {
        var widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
        for (var row : rows)
            for (var i = 0; i < widths.length; i++) for (var part : wrapped(row.get(i), WIDEST)) widths[i] = Math.max(widths[i], part.length());
        return widths;
    }

    private static boolean number(String cell) {
        return cell.matches("[-£]?[0-9][0-9,.]*");
    }
}
