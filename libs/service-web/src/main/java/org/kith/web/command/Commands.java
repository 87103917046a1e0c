package org.kith.web.command;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.kith.decider.DomainEvent;
import org.kith.decider.Rejection;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Companions;
import org.kith.eventstore.NewEvent;
import org.kith.eventstore.Outcome;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.idempotency.IdempotencyKeys;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Runs a command for a request and answers it: done, done before under the same key, refused by the domain (409, or 422 for what was
 * said wrongly), stale (412).
 * The answer is stored with the events when the request has an idempotency key.
 */
@Singleton
public final class Commands {
    private final IdempotencyKeys keys;

    Commands(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** For a stream under an id just made. */
    public <C, S, E extends DomainEvent> Uni<Response> create(
            CommandHandler<C, S, E> handler, String stream, C command, Asked asked, Answering<S> answering) {
        return create(handler, stream, command, asked, none(), answering);
    }

    /** @param others rows of the service's own that go into the same commit */
    public <C, S, E extends DomainEvent> Uni<Response> create(
            CommandHandler<C, S, E> handler, String stream, C command, Asked asked, Companions<S> others, Answering<S> answering) {
        return handler.create(stream, command, asked.context(OptionalLong.empty()), companions(asked, others, answering))
                .chain(outcome -> respond(asked, outcome, answering));
    }

    /** For a stream that exists. The request's If-Match holds; call {@link Asked#mustMatch()} first where it is required. */
    public <C, S, E extends DomainEvent> Uni<Response> handle(
            CommandHandler<C, S, E> handler, String stream, C command, Asked asked, Answering<S> answering) {
        return handle(handler, stream, command, asked, none(), answering);
    }

    public <C, S, E extends DomainEvent> Uni<Response> handle(
            CommandHandler<C, S, E> handler, String stream, C command, Asked asked, Companions<S> others, Answering<S> answering) {
        Companions<S> rows = companions(asked, others, answering);
        CommandContext context = asked.context();
        return handler.handle(stream, command, context, rows)
                .chain(outcome -> outcome instanceof Outcome.StaleVersion<S>(long actual) && isAnotherOfTheList(asked, context, actual)
                        ? handler.handle(stream, command, asked.context(OptionalLong.of(actual)), rows)
                        : Uni.createFrom().item(outcome))
                .chain(outcome -> respond(asked, outcome, answering));
    }

    /** The rows of an append for this request: the service's own and the key's. */
    public <S> Companions<S> companions(Asked asked, Companions<S> others, Answering<S> answering) {
        IdempotencyKey key = asked.key();
        if (key == null) return others;
        return new Companions<>() {
            @Override
            public List<CompanionRow> rows(S state, long version, List<UUID> eventIds) {
                return kept(others.rows(state, version, eventIds), state, version, eventIds);
            }

            @Override
            public List<CompanionRow> beside(S state, long version, List<NewEvent> events) {
                return kept(others.beside(state, version, events), state, version, NewEvent.ids(events));
            }

            private List<CompanionRow> kept(List<CompanionRow> rows, S state, long version, List<UUID> eventIds) {
                var all = new ArrayList<>(rows);
                all.add(keys.row(key, answering.answer(state, version, eventIds)));
                return all;
            }
        };
    }

    /**
     * The answer to an outcome. A claim of the service's own that was taken is for the service to handle before.
     *
     * @return fails with a problem: 409 rejected, 412 stale, 422 rejected for one field or key used for another request, 503 lost too many races
     */
    public <S> Uni<Response> respond(Asked asked, Outcome<S> outcome, Answering<S> answering) {
        return switch (outcome) {
            case Outcome.Appended<S>(var state, long version, var eventIds) ->
                Uni.createFrom().item(answering.answer(state, version, eventIds).response());
            case Outcome.Rejected<S>(var rejection) -> before(asked, refused(rejection));
            case Outcome.StaleVersion<S> _ -> before(asked, asked.ifMatch() instanceof IfMatch.OneOf ? Problems.stale() : raced());
            case Outcome.ClaimTaken<S>(var table) when table == IdempotencyKeys.TABLE -> before(asked, raced());
            case Outcome.ClaimTaken<S>(var table) -> throw new IllegalStateException("nobody handled a taken claim of " + table.name());
        };
    }

    /**
     * The answer given before under the request's key, else the problem: the first of two twins may have moved the state. For a
     * service that finds out by itself that a command is not possible any more.
     */
    public Uni<Response> before(Asked asked, ProblemException otherwise) {
        IdempotencyKey key = asked.key();
        if (key == null) return Uni.createFrom().failure(otherwise);
        return keys.find(key).map(found -> {
            if (found.isEmpty()) throw otherwise;
            if (!found.get().isOf(key)) throw reused();
            return found.get().answer().response();
        });
    }

    private static boolean isAnotherOfTheList(Asked asked, CommandContext context, long actual) {
        return asked.ifMatch() instanceof IfMatch.OneOf one && one.versions().contains(actual) && context.ifMatch().getAsLong() != actual;
    }

    private static ProblemException refused(Rejection rejection) {
        return rejection.field()
                .map(field -> Problems.invalid(List.of(new FieldError(field, rejection.code(), rejection.detail()))))
                .orElseGet(() -> Problems.conflict(rejection.code(), rejection.detail()));
    }

    private static ProblemException reused() {
        return new ProblemException(Problem.of(
                422, "idempotency-key-reused", "The key was used for another request", "Send another request under another Idempotency-Key."));
    }

    private static ProblemException raced() {
        return Problems.unavailable("Too many changes to the same thing at the same moment. Try again.", Duration.ofSeconds(1));
    }

    private static <S> Companions<S> none() {
        return (_, _, _) -> List.of();
    }
}
