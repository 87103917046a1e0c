package org.kith.logicmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that stands in a cell of the model. */
public sealed interface Element permits Statement, Indicator {

    /** Unique within the model. */
    String id();

    /** Rows of the acceptance list that it answers, such as {@code A1}. */
    List<String> rows();

    /** What it is, in a sentence that a reader of the report understands. */
    String says();

    String column();

    String strand();

    /** Where in the document it stands. */
    @Nullable
    String place();

    /** What we assumed because the document leaves it open. */
    @Nullable
    String assumption();
}
