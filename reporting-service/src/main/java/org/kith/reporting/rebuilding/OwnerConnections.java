package org.kith.reporting.rebuilding;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Connections of the owner, over JDBC because COPY is there; used by rebuilds alone, on virtual threads. */
@Singleton
public class OwnerConnections {
    private final DatabaseSettings settings;

    OwnerConnections(DatabaseSettings settings) {
        this.settings = settings;
    }

    Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.owner().user());
        properties.setProperty("password", settings.owner().password());
        properties.setProperty("ApplicationName", "kith-rebuild");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // binary from the first execution on: a rebuild's statements run once, and return a million rows
        properties.setProperty("prepareThreshold", "-1");
        var connection = new Driver().connect("jdbc:postgresql://" + settings.address() + "/" + settings.name(), properties);
        if (connection == null) throw new SQLException("the database's address is not one");
        return connection;
    }
}
