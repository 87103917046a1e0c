package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.models.ModelFiles.ModelFile;
import org.kith.reporting.projecting.ActiveProjection;

/**
 * Makes a projection from the facts: everything up to one moment is copied in bulk, what came in meanwhile is counted as live
 * events are, and then it takes the old one's place. Until that moment readers see the old one; they never see half of this.
 */
@Singleton
public class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OwnerConnections connections;
    private final ProjectionRows rows;
    private final CatchingUp catchingUp;
    private final ActiveProjections projections;

    Rebuild(OwnerConnections connections, ProjectionRows rows, CatchingUp catchingUp, ActiveProjections projections) {
        this.connections = connections;
        this.rows = rows;
        this.catchingUp = catchingUp;
        this.projections = projections;
    }

    /** What a rebuild did. {@code facts} were folded in bulk. */
    public record Result(int projection, long facts, Duration took) {}

    /**
     * Blocks until the new projection is live; to be called on a virtual thread. One rebuild runs at a time, in all processes.
     *
     * @throws IllegalStateException when it failed; the old projection is then still live
     */
    public Result run(ModelFile file) {
        return run(file, false);
    }

    /** As {@link #run}, unless a projection of this very model is live by the time it is this one's turn: then null. */
    @org.jspecify.annotations.Nullable
    public Result runIfNeeded(ModelFile file) {
        return run(file, true);
    }

    @org.jspecify.annotations.NullUnmarked
    private Result run(ModelFile file, boolean onlyIfNeeded) {
        try (var owner = connections.open()) {
            rows.takeTurn(owner);
            rows.clearAway(owner);
            if (onlyIfNeeded && rows.isLive(owner, file.model())) return null;
            return build(owner, file);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("rebuilding " + file.model().programme() + " failed", e);
        }
    }

    private Result build(Connection owner, ModelFile file) throws SQLException, JsonProcessingException {
        long start = System.nanoTime();
        int id = rows.begin(owner, file);
        try {
            var projection = ActiveProjection.of(id, file.model());
            var load = new Loading(projection, connections);
            var counted = load.run(owner);
            while (true) {
                var next = catchingUp.round(projection, counted).await().atMost(PATIENCE);
                boolean caughtUp = next.equals(counted);
                counted = next;
                if (caughtUp && catchingUp.swap(projection, counted).await().atMost(PATIENCE)) break;
            }
            projections.reload().await().atMost(PATIENCE);
            var took = Duration.ofNanos(System.nanoTime() - start);
            LOG.infof("%s version %d is live as projection %d: %d facts in %d ms", file.model().programme(), file.model().version(), id, load.facts(), took.toMillis());
            return new Result(id, load.facts(), took);
        } catch (SQLException | JsonProcessingException | RuntimeException e) {
            rows.failed(owner, id, e);
            throw e;
        }
    }
}
