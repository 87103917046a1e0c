package org.kith.eventstore;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Rows that can only be written once it is known what the command led to, such as an answer kept under an idempotency key. */
@FunctionalInterface
public interface Companions<S> {

    /**
     * Called before the append, once per attempt.
     *
     * @param version the version the stream will have
     */
    List<CompanionRow> rows(S stateAfter, long version, List<UUID> eventIds);

    /** The same for who needs the events themselves, to keep something of each beside it. */
    default List<CompanionRow> beside(S stateAfter, long version, List<NewEvent> events) {
        return rows(stateAfter, version, NewEvent.ids(events));
    }

    /** These and one row more. */
    default Companions<S> and(CompanionRow row) {
        var these = this;
        return new Companions<>() {
            @Override
            public List<CompanionRow> rows(S stateAfter, long version, List<UUID> eventIds) {
                return Stream.concat(these.rows(stateAfter, version, eventIds).stream(), Stream.of(row)).toList();
            }

            @Override
            public List<CompanionRow> beside(S stateAfter, long version, List<NewEvent> events) {
                return Stream.concat(these.beside(stateAfter, version, events).stream(), Stream.of(row)).toList();
            }
        };
    }
}
