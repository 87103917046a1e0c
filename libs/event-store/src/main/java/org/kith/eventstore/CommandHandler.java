package org.kith.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.decider.DomainEvent;

/** Loads a stream, folds it, decides, appends. One per family of streams; thread-safe. */
public final class CommandHandler<C, S, E extends DomainEvent> {
    // each round one of those who race gets through, so this many may race on one stream at once
    private static final int ATTEMPTS = 32;

    private final EventStore store;
    private final StreamFamily<S, E> family;
    private final Decider<C, S, E> decider;
    private final EventWriter<S, E> writer;

    public CommandHandler(EventStore store, StreamFamily<S, E> family, Decider<C, S, E> decider) {
        this.store = store;
        this.family = family;
        this.decider = decider;
        this.writer = new EventWriter<>(family, decider::evolve);
    }

    public StreamFamily<S, E> family() {
        return family;
    }

    public Decider<C, S, E> decider() {
        return decider;
    }

    /** The state as its events tell it; {@link Decider#initial()} at version 0 when there is no such stream. */
    public Uni<Loaded<S>> load(String stream) {
        return store.read(stream).map(this::fold);
    }

    public Uni<Outcome<S>> handle(String stream, C command, CommandContext context, List<CompanionRow> rows) {
        return handle(stream, command, context, (_, _, _) -> rows);
    }

    /**
     * Loads, decides and appends. Without {@link CommandContext#ifMatch()} a race lost to another append is tried again
     * on the new state, a bounded number of times; with it the answer is {@link Outcome.StaleVersion}.
     */
    public Uni<Outcome<S>> handle(String stream, C command, CommandContext context, Companions<S> companions) {
        return attempt(stream, command, context, companions, ATTEMPTS);
    }

    public Uni<Outcome<S>> create(String stream, C command, CommandContext context, List<CompanionRow> rows) {
        return create(stream, command, context, (_, _, _) -> rows);
    }

    /**
     * For a stream that does not exist yet, such as one under an id just made: decides on the initial state without a
     * round trip. {@link Outcome.StaleVersion} when it does exist.
     */
    public Uni<Outcome<S>> create(String stream, C command, CommandContext context, Companions<S> companions) {
        return decide(stream, command, context, companions, new Loaded<>(decider.initial(), 0));
    }

    private Uni<Outcome<S>> attempt(String stream, C command, CommandContext context, Companions<S> companions, int attemptsLeft) {
        return load(stream).chain(loaded -> {
            if (context.ifMatch().isPresent() && context.ifMatch().getAsLong() != loaded.version())
                return Uni.createFrom().item(new Outcome.StaleVersion<S>(loaded.version()));
            return decide(stream, command, context, companions, loaded).chain(outcome -> {
                boolean again = outcome instanceof Outcome.StaleVersion<S> && context.ifMatch().isEmpty() && attemptsLeft > 1;
                return again ? attempt(stream, command, context, companions, attemptsLeft - 1) : Uni.createFrom().item(outcome);
            });
        });
    }

    private Uni<Outcome<S>> decide(String stream, C command, CommandContext context, Companions<S> companions, Loaded<S> loaded) {
        return switch (decider.decide(command, loaded.state())) {
            case Decision.Rejected<E>(var rejection) -> Uni.createFrom().item(new Outcome.Rejected<>(rejection));
            case Decision.Accepted<E>(var events) -> append(stream, events, context, companions, loaded);
        };
    }

    private Uni<Outcome<S>> append(String stream, List<E> events, CommandContext context, Companions<S> companions, Loaded<S> loaded) {
        var written = writer.write(stream, loaded, events, context);
        var ids = NewEvent.ids(written.events());
        var rows = companions.beside(written.state(), written.version(), written.events());
        if (events.isEmpty() && rows.isEmpty())
            return Uni.createFrom().item(new Outcome.Appended<>(loaded.state(), loaded.version(), List.of()));
        return store.append(new Append(stream, loaded.version(), written.events(), context, rows)).map(result -> switch (result) {
            case AppendResult.Done(long version) -> new Outcome.Appended<>(written.state(), version, ids);
            case AppendResult.Stale(long actual) -> new Outcome.StaleVersion<>(actual);
            case AppendResult.ClaimTaken(var table) -> new Outcome.ClaimTaken<>(table);
        });
    }

    private Loaded<S> fold(List<StoredEvent> events) {
        S state = decider.initial();
        long version = 0;
        for (var event : events) {
            state = decider.evolve(state, family.codec().decode(event.type(), event.schemaVersion(), event.data()));
            version = event.version();
        }
        return new Loaded<>(state, version);
    }
}
