package org.kith.eventstore;

import java.util.List;

/**
 * One stream's next events, with the rows that must be in the same commit.
 *
 * @param expectedVersion the version that the stream must have, 0 when it must not exist yet
 * @param events may be empty when there are rows
 */
public record Append(String stream, long expectedVersion, List<NewEvent> events, CommandContext context, List<CompanionRow> rows) {

    public Append {
        events = List.copyOf(events);
        rows = List.copyOf(rows);
        if (stream.isEmpty() || stream.length() > 200) throw new IllegalArgumentException("a stream's id has 1 to 200 characters");
        if (expectedVersion < 0) throw new IllegalArgumentException("expectedVersion must not be negative");
        if (events.isEmpty() && rows.isEmpty()) throw new IllegalArgumentException("nothing to append");
    }
}
