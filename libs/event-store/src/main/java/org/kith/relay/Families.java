package org.kith.relay;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventWriter;
import org.kith.eventstore.NewEvent.Outgoing;
import org.kith.eventstore.StoredEvent;

/** Finds a stream's family by its name and folds the stream again, to tell what of each event is public. */
final class Families {
    private final List<CommandHandler<?, ?, ?>> handlers;

    /** The longest name first: {@code practice-cluster-1} is not a practice. */
    Families(List<? extends CommandHandler<?, ?, ?>> handlers) {
        this.handlers = handlers.stream()
                .<CommandHandler<?, ?, ?>>map(handler -> handler)
                .sorted(Comparator.comparing((CommandHandler<?, ?, ?> handler) -> handler.family().name().length()).reversed())
                .toList();
    }

    /** @throws IllegalStateException when the stream belongs to none of the families */
    Fold<?, ?> fold(String stream) {
        for (var handler : handlers) if (stream.startsWith(handler.family().name() + "-")) return new Fold<>(handler);
        throw new IllegalStateException("no family is known for the stream " + stream);
    }

    static final class Fold<S, E extends DomainEvent> {
        private final CommandHandler<?, S, E> handler;
        private final EventWriter<S, E> writer;
        private S state;

        private Fold(CommandHandler<?, S, E> handler) {
            this.handler = handler;
            this.writer = new EventWriter<>(handler.family(), handler.decider()::evolve);
            this.state = handler.decider().initial();
        }

        /** @return what of the stream's next event is public, null when nothing is */
        @Nullable
        Outgoing next(StoredEvent stored) {
            var event = handler.family().codec().decode(stored.type(), stored.schemaVersion(), stored.data());
            state = handler.decider().evolve(state, event);
            return writer.outgoing(
                    stored.stream(), stored.version(), stored.id(), state, event,
                    stored.recordedAt(), stored.actor(), stored.correlationId(), stored.causationId());
        }
    }
}
