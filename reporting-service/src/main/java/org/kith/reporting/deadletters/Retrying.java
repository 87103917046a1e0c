package org.kith.reporting.deadletters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.reporting.ingesting.Intake;
import org.kith.reporting.ingesting.Reading;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.ingesting.RecordReader;
import org.kith.reporting.projecting.SwapGate.RebuildRunning;
import org.kith.web.problem.Problems;

/**
 * Tries a kept record again. It is counted first and marked afterwards: if this process dies in between, trying once more
 * finds the event counted already.
 */
@Singleton
public class Retrying {
    private final Mutiny.SessionFactory sessions;
    private final Intake intake;
    private final Clock clock;

    Retrying(Mutiny.SessionFactory sessions, Intake intake, Clock clock) {
        this.sessions = sessions;
        this.intake = intake;
        this.clock = clock;
    }

    /** Fails with 404 where there is none, 409 where it still cannot be counted. */
    Uni<DeadLetter> retry(UUID id) {
        return sessions.withSession(session -> session.find(DeadLetter.class, id))
                .onItem().ifNull().failWith(Problems::notFound)
                .chain(letter -> letter.state.equals(DeadLetter.RESOLVED) ? Uni.createFrom().item(letter) : retry(letter));
    }

    private Uni<DeadLetter> retry(DeadLetter letter) {
        return attempt(letter).chain(poison -> sessions.withTransaction(session -> session.find(DeadLetter.class, letter.id).invoke(kept -> {
            if (poison.isEmpty()) kept.resolved(clock.instant());
            else kept.failedAgain(poison.get().reason(), poison.get().detail(), clock.instant());
        })).invoke(kept -> {
            if (poison.isPresent()) throw Problems.conflict(poison.get().reason(), "It still cannot be counted: " + poison.get().detail() + ".");
        }));
    }

    private Uni<Optional<Poison>> attempt(DeadLetter letter) {
        return switch (RecordReader.read(letter.record())) {
            case Poison poison -> Uni.createFrom().item(Optional.of(poison));
            case Reading.Readable(var event) -> intake.takeAgain(event)
                    .onFailure(RebuildRunning.class).transform(e -> Problems.conflict("rebuild-running", "A projection is being rebuilt; try again when it is done."));
        };
    }
}
