package org.kith.reporting.rebuilding;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.kith.logicmodel.LogicModel;
import org.kith.reporting.models.ModelFiles.ModelFile;
import org.kith.reporting.projecting.SwapGate;

/** The register of projections, as rebuilds write it. */
@Singleton
public class ProjectionRows {
    private static final Logger LOG = Logger.getLogger(ProjectionRows.class);
    /** Held by a session for as long as it rebuilds; a rebuild that died has let go of it. */
    private static final String TURN = "SELECT pg_advisory_lock(" + (SwapGate.LOCK + 1) + ")";
    private static final String GATE = "SELECT pg_advisory_xact_lock(" + SwapGate.LOCK + ")";
    private static final String BEGIN = "INSERT INTO projection (programme, version, hash, model, state) VALUES (?, ?, ?, ?, 'building') RETURNING id";
    private static final String LIVE = "SELECT 1 FROM projection WHERE programme = ? AND hash = ? AND state = 'live'";
    private static final String FAILED = "UPDATE projection SET state = 'failed', failure = ? WHERE id = ? AND state = 'building'";
    /** Retired a while ago: whoever chose it for a report has read it by now. */
    private static final String LEFT_OVER = """
            SELECT id FROM projection WHERE state = 'building' OR (state = 'retired' AND retired_at < now() - interval '1 minute')
                OR (state = 'failed' AND coalesce(to_regclass('rollup_p' || id), to_regclass('member_p' || id)) IS NOT NULL)
            """;
    private static final String DROPPED = "UPDATE projection SET state = CASE state WHEN 'retired' THEN 'dropped' ELSE 'failed' END WHERE id = ?";

    void takeTurn(Connection owner) throws SQLException {
        ProjectionTables.run(owner, TURN);
    }

    /** Registers the new projection behind the gate: events tried again from now on will know that it is being built. */
    int begin(Connection owner, ModelFile file) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.prepareStatement(BEGIN)) {
            ProjectionTables.run(owner, GATE);
            statement.setString(1, file.model().programme());
            statement.setInt(2, file.model().version());
            statement.setString(3, file.model().hash());
            statement.setString(4, file.text());
            try (var rows = statement.executeQuery()) {
                rows.next();
                int id = rows.getInt(1);
                owner.commit();
                return id;
            }
        } finally {
            owner.setAutoCommit(true);
        }
    }

    boolean isLive(Connection owner, LogicModel model) throws SQLException {
        try (var statement = owner.prepareStatement(LIVE)) {
            statement.setString(1, model.programme());
            statement.setString(2, model.hash());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    void failed(Connection owner, int id, Exception reason) {
        try (var statement = owner.prepareStatement(FAILED)) {
            statement.setString(1, reason.toString());
            statement.setInt(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("projection %d could not be marked as failed; the next rebuild does it", id);
        }
    }

    /** Drops the tables of projections that are not needed any more. To be called by who has the turn. */
    void clearAway(Connection owner) throws SQLException {
        for (int id : leftOver(owner)) {
            try {
                new ProjectionTables(id).drop(owner);
                try (var statement = owner.prepareStatement(DROPPED)) {
                    statement.setInt(1, id);
                    statement.executeUpdate();
                }
            } catch (SQLException e) {
                LOG.infof("the tables of projection %d are in use; they are dropped another time", id);
            }
        }
    }

    private static List<Integer> leftOver(Connection owner) throws SQLException {
        var ids = new ArrayList<Integer>();
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(LEFT_OVER)) {
            while (rows.next()) ids.add(rows.getInt(1));
        }
        return ids;
    }
}
