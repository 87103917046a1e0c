package org.kith.eventstore;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.GroupingAppender.Pending;

/** Runs the statement of one group at a time; when something was in the way carefully, and when that fails each append alone. */
final class GroupAppend {
    private static final int ATTEMPTS_ALONE = 5;

    /** The event's id tells our own commit from another's when the connection broke before the answer. */
    private static final String OWN = "SELECT 1 FROM event WHERE stream_id = $1 AND version = $2 AND id = $3";

    private final Lane lane;
    private final AppendStatements statements;

    GroupAppend(Lane lane, AppendStatements statements) {
        this.lane = lane;
        this.statements = statements;
    }

    /** Completes, never fails, when each of the group has its outcome. */
    Future<Void> run(List<Pending> group, Runnable afterCommit) {
        return execute(group, false).recover(failure -> isRolledBack(failure) ? execute(group, true) : Future.failedFuture(failure)).transform(result -> {
            if (result.succeeded()) {
                answer(group, result.result(), afterCommit);
                return Future.succeededFuture();
            }
            boolean rolledBack = isRolledBack(result.cause());
            Future<Void> each = Future.succeededFuture();
            for (var pending : group) each = each.compose(_ -> alone(pending, afterCommit, rolledBack, ATTEMPTS_ALONE));
            return each;
        });
    }

    private Future<Void> alone(Pending pending, Runnable afterCommit, boolean rolledBack, int attemptsLeft) {
        var one = List.of(pending);
        return execute(one, true).transform(result -> {
            if (result.failed() && isLostRace(result.cause()) && attemptsLeft > 1) return alone(pending, afterCommit, rolledBack, attemptsLeft - 1);
            if (result.failed() && !isRolledBack(result.cause()) && attemptsLeft > 3) return alone(pending, afterCommit, false, attemptsLeft - 2);
            if (result.failed()) {
                pending.fail(result.cause());
                return Future.succeededFuture();
            }
            if (rolledBack || result.result().iterator().next().getLong(0) == null || pending.append.events().isEmpty()) {
                answer(one, result.result(), afterCommit);
                return Future.succeededFuture();
            }
            return recogniseOwnCommit(pending, result.result(), afterCommit);
        });
    }

    private Future<Void> recogniseOwnCommit(Pending pending, RowSet<Row> refusal, Runnable afterCommit) {
        var append = pending.append;
        UUID first = append.events().getFirst().id();
        return lane.execute(OWN, Tuple.of(append.stream(), append.expectedVersion() + 1, first)).transform(found -> {
            if (found.failed()) pending.fail(found.cause());
            else if (found.result().size() == 0) answer(List.of(pending), refusal, afterCommit);
            else {
                afterCommit.run();
                pending.succeed(new AppendResult.Done(append.expectedVersion() + append.events().size()));
            }
            return Future.succeededFuture();
        });
    }

    private Future<RowSet<Row>> execute(List<Pending> group, boolean careful) {
        long tables = 0;
        for (var pending : group) tables |= pending.tables;
        var appends = group.stream().map(pending -> pending.append).toList();
        try {
            var texts = statements.texts(tables);
            var parameters = statements.parameters(appends, tables);
            return careful ? lane.execute(texts.careful(), parameters.careful()) : lane.execute(texts.plain(), parameters.plain());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** The statement answers with its refusals alone; who is not among them is stored. */
    private void answer(List<Pending> group, RowSet<Row> refusals, Runnable afterCommit) {
        @Nullable
        AppendResult[] refused = new AppendResult[group.size()];
        for (Row row : refusals) {
            var n = row.getLong(0);
            if (n == null) continue;
            var claim = row.getInteger(2);
            refused[n.intValue() - 1] = claim == null ? new AppendResult.Stale(row.getLong(1)) : new AppendResult.ClaimTaken(statements.table(claim));
        }
        boolean published = false;
        for (int i = 0; i < refused.length; i++)
            if (refused[i] == null) for (var event : group.get(i).append.events()) published |= event.outgoing() != null;
        if (published) afterCommit.run();
        for (int i = 0; i < refused.length; i++) {
            var pending = group.get(i);
            var refusal = refused[i];
            pending.succeed(refusal == null ? new AppendResult.Done(pending.append.expectedVersion() + pending.append.events().size()) : refusal);
        }
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof PgException refused && "KT001".equals(refused.getSqlState());
    }

    /** For certain. A server that ends a session may do so after the commit and before the answer. */
    private static boolean isRolledBack(Throwable failure) {
        return failure instanceof PgException && !Lane.endedByServer(failure);
    }

    void close() {
        lane.close();
    }
}
