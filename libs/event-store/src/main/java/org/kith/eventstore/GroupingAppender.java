package org.kith.eventstore;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends that wait at the same moment share one statement and one commit, each with an outcome of its own. While fewer
 * statements than allowed are under way an append goes at once, so that grouping costs nobody time. Everything here
 * happens on one event loop; there is nothing to lock.
 */
final class GroupingAppender {
    private static final int MAX_GROUP_BYTES = 4 * 1024 * 1024;
    private static final int MAX_GROUP_EVENTS = 2_000;

    /** An append that waits, and whom to tell, on the context that they asked from. */
    static final class Pending {
        final Append append;
        final long tables;
        final List<Object> claims;
        private final Consumer<AppendResult> done;
        private final Consumer<Throwable> failed;
        private final @Nullable Context caller = Vertx.currentContext();

        Pending(Append append, long tables, Consumer<AppendResult> done, Consumer<Throwable> failed) {
            this.append = append;
            this.tables = tables;
            this.claims = claims(append);
            this.done = done;
            this.failed = failed;
        }

        void succeed(AppendResult result) {
            tell(() -> done.accept(result));
        }

        void fail(Throwable cause) {
            tell(() -> failed.accept(cause));
        }

        private void tell(Runnable news) {
            if (caller == null) news.run();
            else caller.runOnContext(_ -> news.run());
        }

        private static List<Object> claims(Append append) {
            var claims = new ArrayList<Object>();
            for (var row : append.rows())
                if (row.table().kind() == CompanionTable.Kind.CLAIM) claims.add(List.of(row.table().name(), row.key()));
            return claims;
        }
    }

    private final Context loop;
    private final AppendStatements statements;
    private final int maxGroup;
    private final int maxWaiting;
    private final ArrayDeque<GroupAppend> free = new ArrayDeque<>();
    private final List<GroupAppend> all = new ArrayList<>();
    private ArrayDeque<Pending> waiting = new ArrayDeque<>();
    /** Streams and claims of the groups under way: their next append would only lose a race against our own. */
    private final Set<Object> busy = new HashSet<>();
    private boolean departureDue;
    private boolean closed;
    private volatile Runnable afterCommit = () -> {};

    GroupingAppender(Vertx vertx, Pool pool, AppendStatements statements, int inFlight, int maxGroup, int maxWaiting) {
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.statements = statements;
        this.maxGroup = maxGroup;
        this.maxWaiting = maxWaiting;
        for (int i = 0; i < inFlight; i++) all.add(new GroupAppend(new Lane(pool), statements));
        free.addAll(all);
    }

    void afterCommit(Runnable action) {
        afterCommit = action;
    }

    /** @throws IllegalArgumentException when a row's table is not registered */
    void submit(Append append, Consumer<AppendResult> done, Consumer<Throwable> failed) {
        var pending = new Pending(append, statements.tables(append), done, failed);
        loop.runOnContext(_ -> {
            if (closed) pending.fail(new IllegalStateException("the event store is closed"));
            else if (waiting.size() >= maxWaiting) pending.fail(new OverloadedException(waiting.size()));
            else {
                waiting.add(pending);
                departSoon();
            }
        });
    }

    /** After what else has arrived by now, so that appends of one moment travel together. */
    private void departSoon() {
        if (departureDue || free.isEmpty()) return;
        departureDue = true;
        loop.runOnContext(_ -> {
            departureDue = false;
            depart();
        });
    }

    private void depart() {
        while (!free.isEmpty()) {
            var group = nextGroup();
            if (group.isEmpty()) return;
            var statement = free.poll();
            statement.run(group, afterCommit).onComplete(result -> {
                for (var pending : group) {
                    // nobody is left waiting, whatever went wrong; who has been told already hears no second time
                    if (result.failed()) pending.fail(result.cause());
                    busy.remove(pending.append.stream());
                    busy.removeAll(pending.claims);
                }
                free.add(statement);
                depart();
            });
        }
    }

    private List<Pending> nextGroup() {
        var group = new ArrayList<Pending>();
        var staying = new ArrayDeque<Pending>();
        int events = 0;
        int bytes = 0;
        while (!waiting.isEmpty() && group.size() < maxGroup && events < MAX_GROUP_EVENTS && bytes < MAX_GROUP_BYTES) {
            var pending = waiting.poll();
            if (isBusy(pending)) {
                staying.add(pending);
                continue;
            }
            busy.add(pending.append.stream());
            busy.addAll(pending.claims);
            group.add(pending);
            events += pending.append.events().size();
            for (var event : pending.append.events()) bytes += Sizes.estimate(event);
        }
        staying.addAll(waiting);
        waiting = staying;
        return group;
    }

    private boolean isBusy(Pending pending) {
        if (busy.contains(pending.append.stream())) return true;
        for (var claim : pending.claims) if (busy.contains(claim)) return true;
        return false;
    }

    void close() {
        loop.runOnContext(_ -> {
            closed = true;
            waiting.forEach(pending -> pending.fail(new IllegalStateException("the event store is closed")));
            waiting.clear();
            free.forEach(GroupAppend::close);
        });
    }
}
