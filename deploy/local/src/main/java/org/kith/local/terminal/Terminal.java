package org.kith.local.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * Where a command writes to: its answer to the standard output, so that a script can take it, and what went wrong to the standard error.
 * Colour only for a person: not without a terminal, and not with {@code NO_COLOR}.
 */
public final class Terminal {

    private static final int LINE = 108;

    private final PrintStream out;
    private final boolean colour;
    private final PrintStream errors;
    private final boolean errorsInColour;

    public Terminal(PrintStream out, boolean colour, PrintStream errors, boolean errorsInColour) {
        this.out = out;
        this.colour = colour;
        this.errors = errors;
        this.errorsInColour = errorsInColour;
    }

    /** Java cannot tell where the standard error goes: {@code ./kith} says so, in the system property {@code kith.errors}. */
    public static Terminal standard() {
        var unwanted = System.getenv("NO_COLOR");
        var wanted = unwanted == null || unwanted.isEmpty();
        var console = System.console();
        return new Terminal(System.out, wanted && console != null && console.isTerminal(), System.err, wanted && "terminal".equals(System.getProperty("kith.errors")));
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
        errors.println(paint(errorsInColour, "31", "✗") + " " + text);
        errors.flush();
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    /** Rows of cells, the first of them the heading; what is too long for its column goes on in the next line. */
    public void table(List<List<String>> rows) {
        new Table(rows).lines().forEach(row -> line("  " + (row.heading() ? bold(row.text()) : row.text())));
    }

    /** Text in lines of a readable length, each behind {@code indent} spaces. */
    public void wrapped(int indent, String text) {
        Table.wrapped(text, LINE - indent).forEach(part -> line(" ".repeat(indent) + faint(part)));
    }

    private String paint(String code, String text) {
        return paint(colour, code, text);
    }

    private static String paint(boolean coloured, String code, String text) {
        return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
