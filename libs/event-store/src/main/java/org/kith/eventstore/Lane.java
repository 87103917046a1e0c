package org.kith.eventstore;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection kept for appending, one statement at a time. The statement is longer than what the driver's own cache of
 * prepared statements takes, and planning it anew would cost more than running it: so it is prepared here, once per
 * connection, and planned once; and since that plan is kept while tables grow from nothing, it must look rows up by their
 * keys however small the tables were. A connection that broke is replaced at the next use.
 */
final class Lane {
    private static final String SESSION = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

    private final Pool pool;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable SqlConnection connection;

    Lane(Pool pool) {
        this.pool = pool;
    }

    Future<RowSet<Row>> execute(String sql, Tuple parameters) {
        return connected()
                .compose(open -> prepared(open, sql)
                        .compose(statement -> statement.query().execute(parameters))
                        .onFailure(failure -> {
                            // the close handler learns of it only later; to close it here would lend it to the next who asks
                            if (isEndOfSession(failure)) forget(open);
                        }));
    }

    private static boolean isEndOfSession(Throwable failure) {
        return failure instanceof ClosedConnectionException || failure instanceof IOException || endedByServer(failure);
    }

    /** Class 57P: shut down, crashed, or ended by an administrator. */
    static boolean endedByServer(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState() != null && refused.getSqlState().startsWith("57P");
    }

    private Future<SqlConnection> connected() {
        if (connection != null) return Future.succeededFuture(connection);
        return pool.getConnection().compose(fresh -> {
            fresh.closeHandler(_ -> forget(fresh));
            return fresh.query(SESSION).execute().map(_ -> {
                connection = fresh;
                return fresh;
            }).onFailure(_ -> fresh.close());
        });
    }

    private Future<PreparedStatement> prepared(SqlConnection open, String sql) {
        var statement = prepared.get(sql);
        if (statement != null) return Future.succeededFuture(statement);
        return open.prepare(sql).onSuccess(fresh -> {
            if (connection == open) prepared.put(sql, fresh);
        });
    }

    private void forget(SqlConnection closed) {
        if (connection != closed) return;
        connection = null;
        prepared.clear();
    }

    /** The session's settings must not go back to the pool with the connection. */
    Future<Void> close() {
        var open = connection;
        if (open == null) return Future.succeededFuture();
        connection = null;
        prepared.clear();
        return open.query("RESET ALL").execute().transform(_ -> open.close());
    }
}
