package org.kith.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The reactive pool for a thread of its own, which may wait. */
final class Database {
    private static final int SECONDS = 30;

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** @throws IllegalStateException when it fails or takes longer than 30 seconds */
    RowSet<Row> query(String sql, Tuple parameters) {
        try {
            return pool.preparedQuery(sql).execute(parameters).toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database refused", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the database has not answered for " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
