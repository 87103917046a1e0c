package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;
import org.kith.reporting.projecting.ActiveProjection;

/**
 * The bulk part of a rebuild. One session sees a single moment and is read from; two fill tables of their own, each in one
 * transaction, and index them side by side. Nobody reads these tables before they are attached, which is the last step.
 */
final class Loading {
    private static final Logger LOG = Logger.getLogger(Loading.class);

    private final ActiveProjection projection;
    private final OwnerConnections connections;
    private final ProjectionTables tables;
    private long facts;

    Loading(ActiveProjection projection, OwnerConnections connections) {
        this.projection = projection;
        this.connections = connections;
        this.tables = new ProjectionTables(projection.id());
    }

    /** How many facts were folded. */
    long facts() {
        return facts;
    }

    /**
     * @param owner the session of the rebuild
     * @return how far each source was read at the snapshot's moment
     */
    Map<Integer, Long> run(Connection owner) throws SQLException, JsonProcessingException {
        try (var snapshot = connections.open(); var sequence = connections.open(); var beside = connections.open()) {
            snapshot.setReadOnly(true);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            snapshot.setAutoCommit(false);
            var counted = positions(snapshot);
            owner.setAutoCommit(false);
            beside.setAutoCommit(false);
            try {
                load(snapshot, sequence, owner, beside);
                owner.commit();
            } catch (SQLException | JsonProcessingException | RuntimeException e) {
                owner.rollback();
                throw e;
            } finally {
                owner.setAutoCommit(true);
            }
            return counted;
        }
    }

    private void load(Connection snapshot, Connection sequence, Connection owner, Connection beside) throws SQLException, JsonProcessingException {
        long start = System.nanoTime();
        for (var session : new Connection[] {owner, beside}) {
            ProjectionTables.run(session, "SET LOCAL work_mem = '64MB'");
            // what is sorted in little memory stays in the processor's cache: three quarters of the time that 128 MB took
            ProjectionTables.run(session, "SET LOCAL maintenance_work_mem = '16MB'");
            ProjectionTables.run(session, "SET LOCAL max_parallel_maintenance_workers = 0");
        }
        tables.createForCounts(owner);
        tables.createForMembers(beside);
        var cells = new NewCells(sequence);
        var bulk = new BulkLoad(projection, tables, cells);
        try (var reader = new FactReader(snapshot, projection.model()); var members = new MemberRows(projection.id(), tables, beside)) {
            bulk.run(reader, owner, members);
            members.end();
        }
        facts = bulk.facts();
        cells.insert(owner);
        long folded = System.nanoTime();
        sideBySide(() -> finishCounts(owner), () -> finishMembers(beside));
        if (bulk.voids()) Derivation.interruptedMembers(owner, tables);
        tables.attach(owner);
        LOG.infof("projection %d: folded in %d ms, indexed in %d ms", projection.id(), (folded - start) / 1_000_000, (System.nanoTime() - folded) / 1_000_000);
    }

    @FunctionalInterface
    private interface SqlWork {
        void run() throws SQLException;
    }

    private void finishCounts(Connection session) throws SQLException {
        Derivation.counts(session, tables);
        tables.indexCounts(session);
    }

    /** Committed, because the other session attaches the tables. */
    private void finishMembers(Connection session) throws SQLException {
        tables.indexMembers(session);
        Derivation.membersAgain(session, tables);
        session.commit();
    }

    /** Returns when both have ended, however. */
    private static void sideBySide(SqlWork here, SqlWork there) throws SQLException {
        var beside = new FutureTask<Void>(() -> {
            there.run();
            return null;
        });
        Thread.ofVirtual().name("kith-rebuild-members").start(beside);
        try {
            here.run();
        } finally {
            await(beside);
        }
    }

    private static void await(FutureTask<Void> task) throws SQLException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failed) throw failed;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<Integer, Long> positions(Connection snapshot) throws SQLException {
        var positions = new HashMap<Integer, Long>();
        try (var statement = snapshot.createStatement(); var rows = statement.executeQuery("SELECT id, next_offset FROM position")) {
            while (rows.next()) positions.put(rows.getInt(1), rows.getLong(2));
        }
        return positions;
    }
}
