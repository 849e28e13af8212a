package dev.tautline.lab.postgres;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Direct sessions of the superuser for set-up. Statements may carry passwords, so no message repeats one.
record SuperuserAccess(String node, InetSocketAddress address, Credentials superuser) {
    private static final String CONNECT_TIMEOUT_SECONDS = "5";
    /// A log-in costs processor time on both sides: 5 s were not enough where twenty tasks wanted two processors.
    private static final String LOGIN_TIMEOUT_SECONDS = "20";
    private static final String SOCKET_TIMEOUT_SECONDS = "60";

    @FunctionalInterface
    interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    static String url(InetSocketAddress address, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(address.getHostString(), address.getPort(), database);
    }

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", superuser.user());
        properties.setProperty("password", superuser.password().reveal());
        properties.setProperty("ApplicationName", "tautline-lab");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", LOGIN_TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        // What is being changed must not keep us from changing it back.
        properties.setProperty(
                "options", "-c statement_timeout=0 -c lock_timeout=0 -c default_transaction_read_only=off");
        properties.setProperty("sslmode", "disable");
        var connection = new org.postgresql.Driver().connect(url(address, database), properties);
        if (connection == null) {
            throw new SQLException("The driver does not accept " + url(address, database));
        }
        return connection;
    }

    void execute(String database, String sql) {
        var ignored = run(database, statement -> statement.execute(sql));
    }

    List<String> query(String database, String sql) {
        return run(database, statement -> {
            try (var rows = statement.executeQuery(sql)) {
                return firstColumn(rows);
            }
        });
    }

    <T> T run(String database, Work<T> work) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw new ClusterFailed(
                    "%s, database %s: SQLSTATE %s, %s"
                            .formatted(node, database, failure.getSQLState(), failure.getMessage()),
                    failure);
        }
    }

    private static List<String> firstColumn(ResultSet rows) throws SQLException {
        var values = new ArrayList<String>();
        while (rows.next()) {
            var value = rows.getString(1);
            values.add(value == null ? "" : value);
        }
        return List.copyOf(values);
    }
}
