package org.kith.reporting.rebuilding;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in COPY's text format, sent in pieces of some size. */
final class CopyLines {
    private static final int PIECE = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(PIECE + 4096);
    private boolean started;

    CopyLines(CopyIn copy) {
        this.copy = copy;
    }

    CopyLines field(long number) {
        next().append(number);
        return this;
    }

    /** Of digits, dates, ids: whatever needs no escaping. */
    CopyLines plain(CharSequence value) {
        next().append(value);
        return this;
    }

    CopyLines field(@Nullable String value) {
        next();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
        return this;
    }

    void end() throws SQLException {
        text.append('\n');
        started = false;
        if (text.length() >= PIECE) flush();
    }

    void flush() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private StringBuilder next() {
        if (started) text.append('\t');
        started = true;
        return text;
    }
}
