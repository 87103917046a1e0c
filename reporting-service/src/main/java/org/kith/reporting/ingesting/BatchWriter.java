package org.kith.reporting.ingesting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.kith.reporting.deadletters.DeadLetters;
import org.kith.reporting.ingesting.Positions.Position;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.projecting.Addition;
import org.kith.reporting.projecting.CellKey;
import org.kith.reporting.projecting.Cells;
import org.kith.reporting.projecting.Folding;
import org.kith.reporting.projecting.Projecting;
import org.kith.reporting.projecting.Projecting.NewFact;
import org.kith.reporting.projecting.SwapGate;

/**
 * Takes a batch in with one transaction: positions, facts, what they add, dead letters. Folding happens before it, because it
 * is pure and may find more poison; only what the fact table did not know yet is counted.
 */
@Singleton
public class BatchWriter {
    private final Pool pool;
    private final Positions positions;
    private final Facts facts;
    private final MergeStatements merges;
    private final ActiveProjections projections;
    private final Cells cells;
    private final Projecting projecting;
    private final SwapGate gate;
    private final DeadLetters deadLetters;

    BatchWriter(
            Pool pool, Positions positions, Facts facts, MergeStatements merges, ActiveProjections projections, Cells cells, Projecting projecting,
            SwapGate gate, DeadLetters deadLetters) {
        this.pool = pool;
        this.positions = positions;
        this.facts = facts;
        this.merges = merges;
        this.projections = projections;
        this.cells = cells;
        this.projecting = projecting;
        this.gate = gate;
        this.deadLetters = deadLetters;
    }

    /** A batch with what its events add. */
    private record Folded(List<ArrivedEvent> events, List<Addition> additions, List<Poison> poison, List<Span> spans) {
        boolean voids() {
            return events.stream().anyMatch(event -> !event.envelope().voids().isEmpty());
        }
    }

    /**
     * Fails with {@link PartitionLost} or {@link SwapGate.ProjectionsChanged}, having changed nothing, when the world has moved on.
     *
     * @return the records that were not counted
     */
    Uni<List<Poison>> write(Batch batch, Map<TopicPartition, Position> sources) {
        var live = projections.live();
        var folded = fold(batch, live);
        return cells.ids(folded.additions()).chain(ids -> pool.withTransaction(connection -> Uni.join().all(
                passed(connection, folded, live.ids()).replaceWith(Set.<UUID>of()),
                positions.advance(connection, folded.spans()).replaceWith(Set.<UUID>of()),
                facts.insert(connection, folded.events(), event -> source(sources, event)))
                .andFailFast()
                .chain(answers -> count(connection, folded, answers.getLast(), ids, live.ids()))
                .chain(() -> deadLetters.keep(connection, folded.poison())))).replaceWith(folded.poison());
    }

    private Uni<Void> passed(SqlConnection connection, Folded folded, List<Integer> live) {
        return folded.spans().isEmpty() ? gate.passOutOfOrder(connection, live) : gate.pass(connection, live, folded.voids());
    }

    private Uni<Void> count(SqlConnection connection, Folded folded, Set<UUID> inserted, Map<CellKey, Integer> ids, List<Integer> live) {
        var fresh = folded.events().stream()
                .filter(event -> inserted.contains(event.id()))
                .map(event -> new NewFact(event.id(), event.knownAt(), event.envelope().voids()))
                .distinct()
                .toList();
        return merges.keep(connection, folded.events(), inserted).chain(() -> projecting.count(connection, fresh, folded.additions(), ids, live));
    }

    private static Folded fold(Batch batch, ActiveProjections.Live live) {
        var events = new ArrayList<ArrivedEvent>(batch.events().size());
        var additions = new ArrayList<Addition>();
        var poison = new ArrayList<>(batch.poison());
        var seen = new HashSet<UUID>();
        for (var event : batch.events()) {
            if (!seen.add(event.id())) continue;
            try {
                additions.addAll(Folding.additions(event.fact(), event.knownAt(), live.all()));
                events.add(event);
            } catch (RuntimeException e) {
                poison.add(new Poison(event.raw(), "cannot-be-counted", "a model fails on it with " + e.getClass().getSimpleName()));
            }
        }
        return new Folded(events, additions, poison, batch.spans());
    }

    private static int source(Map<TopicPartition, Position> sources, ArrivedEvent event) {
        var position = sources.get(new TopicPartition(event.arrival().topic(), event.arrival().partition()));
        if (position == null) throw new IllegalStateException("the partition of a record has no position");
        return position.id();
    }
}
