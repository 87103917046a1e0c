package org.kith.local.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.kith.local.postgres.Connections;
import org.kith.local.postgres.ServiceDatabase;

/**
 * A database of one test class.
 *
 * @param address  {@code host:port}
 * @param database its name, roles and passwords
 */
public record TestDatabase(String address, ServiceDatabase database) {

    public String name() {
        return database.database();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address + "/" + name();
    }

    /** As the owner of the schema, who migrates. */
    public Connection asOwner() throws SQLException {
        return Connections.open(jdbcUrl(), database.owner(), database.ownerPassword());
    }

    /** As the service itself, who owns nothing. */
    public Connection asService() throws SQLException {
        return Connections.open(jdbcUrl(), database.app(), database.appPassword());
    }
}
