package org.kith.web.command;

import java.util.List;
import java.util.UUID;

/** What to tell the caller once the command has been decided; called before the append, so that the answer is stored with it. */
@FunctionalInterface
public interface Answering<S> {
    /** @param version the version that the stream will have */
    Answer answer(S stateAfter, long version, List<UUID> eventIds);
}
