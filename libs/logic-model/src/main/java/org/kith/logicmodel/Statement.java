package org.kith.logicmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the model says and that has no number. */
public record Statement(
        String id, List<String> rows, String says, String column, String strand, Kind kind, @Nullable String place,
        @Nullable String assumption) implements Element {

    /** Narrative: the model carries it. Record: it can be recorded and read back. Document: something is produced. */
    public enum Kind { NARRATIVE, RECORD, DOCUMENT }

    public Statement {
        rows = List.copyOf(rows);
    }
}
