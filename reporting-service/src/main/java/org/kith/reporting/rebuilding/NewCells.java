package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.kith.reporting.projecting.CellKey;

/**
 * The cells of a projection that nobody else counts into yet: ids come from the table's sequence, rows are written at the end.
 * The sequence is asked on a connection of its own, because one that is copying in can do nothing else.
 */
final class NewCells {
    private static final String IDS = "SELECT nextval(pg_get_serial_sequence('cell', 'id')) FROM generate_series(1, 500)";
    private static final String INSERT = "INSERT INTO cell (id, projection, series, area, dimension, value) VALUES (?, ?, ?, ?, ?, ?)";

    private final Connection sequence;
    private final Map<CellKey, Integer> ids = new HashMap<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();

    NewCells(Connection sequence) {
        this.sequence = sequence;
    }

    int id(CellKey key) throws SQLException {
        var known = ids.get(key);
        if (known != null) return known;
        if (free.isEmpty()) fetch();
        int id = free.remove();
        ids.put(key, id);
        return id;
    }

    private void fetch() throws SQLException {
        try (var statement = sequence.createStatement(); var rows = statement.executeQuery(IDS)) {
            while (rows.next()) free.add(rows.getInt(1));
        }
    }

    void insert(Connection owner) throws SQLException {
        try (var statement = owner.prepareStatement(INSERT)) {
            for (var cell : ids.entrySet()) {
                var key = cell.getKey();
                statement.setInt(1, cell.getValue());
                statement.setInt(2, key.projection());
                statement.setInt(3, key.series());
                statement.setString(4, key.area());
                statement.setString(5, key.dimension());
                statement.setString(6, key.value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
