package org.kith.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections without {@code DriverManager}, which finds no driver under a test's own class loader. */
public final class Connections {

    private Connections() {}

    public static Connection open(String jdbcUrl, String user, String password) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        return source.getConnection(user, password);
    }
}
