package org.kith.local.terminal;

import java.io.PrintStream;
import java.util.List;

/** Where a command writes to. Colour only for a person: not without a terminal, and not with {@code NO_COLOR}. */
public final class Terminal {

    private final PrintStream out;
    private final boolean colour;

    public Terminal(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    public static Terminal standard() {
        var unwanted = System.getenv("NO_COLOR");
        var console = System.console();
        return new Terminal(System.out, console != null && console.isTerminal() && (unwanted == null || unwanted.isEmpty()));
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void heading(String text) {
        line("");
        line(bold(text));
    }

    public void done(String text) {
        line("  " + paint("32", "✓") + " " + text);
    }

    public void step(String text) {
        line("  " + paint("36", "·") + " " + text);
    }

    public void warning(String text) {
        line("  " + paint("33", "!") + " " + text);
    }

    public void error(String text) {
        line(paint("31", "✗") + " " + text);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    /** Columns as wide as their widest cell; the first row is the heading. */
    public void table(List<List<String>> rows) {
        if (rows.isEmpty()) return;
        var widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (var i = 0; i < row.size(); i++) widths[i] = Math.max(widths[i], row.get(i).length());
        });
        for (var row : rows) {
            var text = new StringBuilder("  ");
            for (var i = 0; i < row.size(); i++) text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            line(row == rows.getFirst() ? bold(text.toString().stripTrailing()) : text.toString().stripTrailing());
        }
    }

    private String paint(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
