package org.kith.referral;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What lies in the service's tables, read as their owner. */
@Singleton
public class Rows {
    @ConfigProperty(name = "kith.db.address") String address;

    @ConfigProperty(name = "kith.db.name") String database;

    @ConfigProperty(name = "kith.db.owner.user") String user;

    @ConfigProperty(name = "kith.db.owner.password") String password;

    public long count(String table) {
        return Long.parseLong(texts("SELECT count(*)::text FROM " + table).getFirst());
    }

    /** The first column of each row. */
    public List<String> texts(String sql) {
        try (var connection = open(); var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) texts.add(result.getString(1));
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void change(String sql) {
        try (var connection = open(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, user, password);
    }
}
