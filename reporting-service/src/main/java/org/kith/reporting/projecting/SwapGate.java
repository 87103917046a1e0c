package org.kith.reporting.projecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * What every counting transaction passes first. Many pass together; alone pass those that void events (an event and its void
 * written at the same time would not see each other) and the one that swaps a rebuilt projection in. Behind it the
 * projections that are live stay so until the transaction ends.
 */
@Singleton
public class SwapGate {
    /** Shares a number with nothing else in this database. */
    public static final long LOCK = 0x6b697468L;

    /** A process that is paused in mid-transaction would hold the gate and its rows for as long; the server ends it instead. */
    private static final String TOGETHER = "SELECT set_config('idle_in_transaction_session_timeout', '10s', true), pg_advisory_xact_lock_shared($1)";
    private static final String ALONE = "SELECT set_config('idle_in_transaction_session_timeout', '10s', true), pg_advisory_xact_lock($1)";
    private static final String LIVE = "SELECT id FROM projection WHERE state = 'live' ORDER BY id";

    private static final String BUILDING = "SELECT EXISTS (SELECT FROM projection WHERE state = 'building')";

    /** The live projections are not those that the batch was folded for. */
    public static final class ProjectionsChanged extends RuntimeException {
        ProjectionsChanged() {
            super("other projections are live", null, false, false);
        }
    }

    /** A projection is being rebuilt: it would miss an event that comes in behind what it has read already. */
    public static final class RebuildRunning extends RuntimeException {
        RebuildRunning() {
            super("a projection is being rebuilt", null, false, false);
        }
    }

    /** For events that are tried again, outside their partition's order: fails with {@link RebuildRunning} while there is one. */
    public Uni<Void> passOutOfOrder(SqlConnection connection, List<Integer> folded) {
        return pass(connection, folded, true).chain(() -> connection.preparedQuery(BUILDING).execute()).map(rows -> {
            if (rows.iterator().next().getBoolean(0)) throw new RebuildRunning();
            return null;
        });
    }

    /** @param folded ids of the projections that the batch was folded for, ascending */
    public Uni<Void> pass(SqlConnection connection, List<Integer> folded, boolean alone) {
        var lock = connection.preparedQuery(alone ? ALONE : TOGETHER).execute(Tuple.of(LOCK));
        var live = connection.preparedQuery(LIVE).execute();
        return Uni.join().all(List.of(lock, live)).andFailFast().map(answers -> {
            var ids = new ArrayList<Integer>();
            for (var row : answers.getLast()) ids.add(row.getInteger(0));
            if (!ids.equals(folded)) throw new ProjectionsChanged();
            return null;
        });
    }

    /** Keeps everybody else out until the transaction ends. */
    public Uni<Void> close(SqlConnection connection) {
        return connection.preparedQuery(ALONE).execute(Tuple.of(LOCK)).replaceWithVoid();
    }
}
