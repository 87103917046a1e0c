package org.kith.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.kith.local.Secrets;

/**
 * A service's database with its two roles: the owner migrates the schema, and the service itself runs as a role that
 * owns nothing and may do only what a migration granted it.
 *
 * @param database      name of the database
 * @param service       its service; the roles are {@code <service>_owner} and {@code <service>_app}
 * @param ownerPassword of the owner
 * @param appPassword   of the role that the service runs as
 */
public record ServiceDatabase(String database, String service, String ownerPassword, String appPassword) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    public ServiceDatabase {
        if (!NAME.matcher(database).matches() || !NAME.matcher(service).matches())
            throw new IllegalArgumentException("not the name of a database: " + database + ", " + service);
        if (!PASSWORD.matcher(ownerPassword).matches() || !PASSWORD.matcher(appPassword).matches())
            throw new IllegalArgumentException("a password of " + service + " is not 16 to 128 of A-Z a-z 0-9 _ -");
    }

    /** The usual database of a service. */
    public static ServiceDatabase of(String service, Secrets secrets) {
        return new ServiceDatabase(service, service, secrets.of("db." + service + ".owner"), secrets.of("db." + service + ".app"));
    }

    public String owner() {
        return service + "_owner";
    }

    public String app() {
        return service + "_app";
    }

    /** Creates what is missing; roles get the passwords given here. Returns whether the database was missing. */
    public boolean create(Connection superuser) throws SQLException {
        role(superuser, owner(), ownerPassword);
        role(superuser, app(), appPassword);
        if (exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) return false;
        // names and passwords were checked above: these statements take no parameters
        execute(superuser, "CREATE DATABASE " + database + " OWNER " + owner() + " TEMPLATE template0");
        execute(superuser, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        execute(superuser, "GRANT CONNECT ON DATABASE " + database + " TO " + app());
        return true;
    }

    private static void role(Connection superuser, String role, String password) throws SQLException {
        var verb = exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        execute(superuser, verb + " ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
