package org.kith.reporting.projecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts new facts into projections, in the caller's transaction, each with what it voids and what voids it. */
@Singleton
public class Projecting {

    /** A fact that was not counted yet into these projections. {@code voids}: what it takes out, known from its own arrival on. */
    public record NewFact(UUID id, Instant knownAt, Collection<UUID> voids) {}

    private final Projector projector;
    private final Voids voids;

    Projecting(Projector projector, Voids voids) {
        this.projector = projector;
        this.voids = voids;
    }

    /**
     * @param facts already in the fact table
     * @param additions what these facts and possibly others add; those of others are left out
     * @param ids the id of every cell of the additions
     * @param projections ids of the projections to take voided events out of
     */
    public Uni<Void> count(
            SqlConnection connection, Collection<NewFact> facts, Collection<Addition> additions, Map<CellKey, Integer> ids, Collection<Integer> projections) {
        if (facts.isEmpty()) return Uni.createFrom().voidItem();
        Set<UUID> fresh = facts.stream().map(NewFact::id).collect(Collectors.toSet());
        List<Addition> counted = additions.stream().filter(addition -> fresh.contains(addition.eventId())).toList();
        var voiding = voiding(facts);
        var sent = new ArrayList<Uni<Map<UUID, Instant>>>();
        sent.add(projector.write(connection, counted, ids).replaceWith(Map.<UUID, Instant>of()));
        if (!voiding.isEmpty()) sent.add(voids.remember(connection, voiding).replaceWith(Map.<UUID, Instant>of()));
        sent.add(voids.among(connection, fresh));
        return Uni.join().all(sent).andFailFast().chain(answers -> {
            var all = new HashMap<>(voiding);
            answers.getLast().forEach((event, at) -> all.merge(event, at, Projecting::earlier));
            return voids.takeOut(connection, all, projections);
        });
    }

    private static Map<UUID, Instant> voiding(Collection<NewFact> facts) {
        var voiding = new HashMap<UUID, Instant>();
        facts.forEach(fact -> fact.voids().forEach(event -> voiding.merge(event, fact.knownAt(), Projecting::earlier)));
        return voiding;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
