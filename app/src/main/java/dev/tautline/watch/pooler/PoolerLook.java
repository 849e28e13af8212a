package dev.tautline.watch.pooler;

import dev.tautline.diagnosis.PoolerView.Pool;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.watch.server.DriverLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// Looks into one PgBouncer through one connection to its console that it keeps: `SHOW POOLS`, `SHOW DATABASES` and
/// `SHOW CONFIG` (PgBouncer's manual, "Admin console"), as one of its `stats_users`, protected as its URL says. A look
/// that fails closes the connection and the next one opens a new one. Not thread-safe.
public final class PoolerLook implements AutoCloseable {
    private static final String OWN = "pgbouncer";
    /// Of `SHOW CONFIG`: what decides who is served. Others hold paths and secrets.
    private static final List<String> SETTINGS = List.of(
            "default_pool_size",
            "max_client_conn",
            "max_db_connections",
            "max_user_connections",
            "min_pool_size",
            "pool_mode",
            "query_wait_timeout",
            "reserve_pool_size",
            "server_idle_timeout",
            "server_lifetime");

    /// Kept, because a logger that nobody holds forgets its level. The driver warns that the console's version, 1.18 or
    /// so, is no version of PostgreSQL that it supports.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.jdbc.PgConnection");

    static {
        DRIVER.setLevel(Level.SEVERE);
    }

    private final ProbeTarget console;
    private @Nullable Connection connection;

    /// One row of `SHOW DATABASES`.
    ///
    /// @param room server connections that it may have beyond those that it has
    private record Database(int poolSize, boolean paused, int room) {
        static final Database UNKNOWN = new Database(0, false, Integer.MAX_VALUE);
    }

    public PoolerLook(ProbeTarget console) {
        this.console = console;
    }

    /// @throws SQLException when the console cannot be reached or does not answer in time; what it answers and refuses
    ///     is in the sample
    public PoolerSample sample() throws SQLException {
        try {
            var open = connection == null ? open() : connection;
            connection = open;
            try (var statement = open.createStatement()) {
                return look(statement);
            }
        } catch (SQLException e) {
            close();
            if (e instanceof PSQLException answer && answer.getServerErrorMessage() != null) {
                return PoolerSample.refusing(
                        String.valueOf(answer.getServerErrorMessage().getMessage()));
            }
            throw e;
        }
    }

    private static PoolerSample look(Statement statement) throws SQLException {
        var databases = new HashMap<String, Database>();
        var settings = new TreeMap<String, String>();
        each(statement, "SHOW DATABASES", row -> {
            var name = row.getString("name");
            int most = row.getInt("max_connections");
            var database = new Database(
                    row.getInt("pool_size"),
                    row.getInt("paused") != 0 || row.getInt("disabled") != 0,
                    most == 0 ? Integer.MAX_VALUE : Math.max(0, most - row.getInt("current_connections")));
            if (!name.equals(OWN)) {
                databases.put(name, database);
                settings.put("pool_size of " + name, String.valueOf(database.poolSize()));
            }
        });
        each(statement, "SHOW CONFIG", row -> {
            if (SETTINGS.contains(row.getString("key"))) {
                settings.put(row.getString("key"), String.valueOf(row.getString("value")));
            }
        });
        int usual = Integer.parseInt(settings.getOrDefault("default_pool_size", "0"));
        return new PoolerSample(pools(statement, databases, usual), settings, "");
    }

    private static List<Pool> pools(Statement statement, Map<String, Database> databases, int usual)
            throws SQLException {
        var pools = new ArrayList<Pool>();
        each(statement, "SHOW POOLS", row -> {
            var name = row.getString("database");
            var database = databases.getOrDefault(name, Database.UNKNOWN);
            if (!name.equals(OWN)) {
                // Those that are idle for a while are checked before somebody gets them.
                int idle = row.getInt("sv_idle") + row.getInt("sv_used");
                int opening = row.getInt("sv_login") + row.getInt("sv_tested");
                int open = row.getInt("sv_active") + idle + opening;
                int size = database.poolSize() > 0 ? database.poolSize() : usual;
                pools.add(new Pool(
                        name,
                        row.getString("user"),
                        row.getInt("cl_active"),
                        row.getInt("cl_waiting"),
                        row.getInt("sv_active"),
                        idle,
                        opening,
                        database.room() < size - open ? open + database.room() : size,
                        row.getInt("maxwait") + row.getInt("maxwait_us") / 1e6,
                        row.getString("pool_mode"),
                        database.paused()));
            }
        });
        return pools;
    }

    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Statement statement, String question, Taker taker) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        // The console knows the simple protocol only, and no SET.
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("assumeMinServerVersion", "9.0");
        properties.setProperty("socketFactory", ConsoleSockets.class.getName());
        properties.setProperty("sslfactory", ConsoleTls.class.getName());
        return new DriverLogin(console).connect(properties);
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        try (open) {
            // Closing is all there is to do.
        } catch (SQLException e) {
            // A connection that cannot even be closed is gone already.
        }
    }
}
