package dev.tautline.lab.fault;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Node;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Sessions of somebody else on a server, who is no superuser. Closing ends them all.
public final class Guests implements AutoCloseable {
    private static final String ROLE = "lab_guest";
    private static final String CONNECTIONS_REFUSED = "53300";
    private static final int MOST = 5_000;
    private static final int PASSWORD_BYTES = 24;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    // Longer than one attempt to connect.
    private static final Duration END_TIMEOUT = Duration.ofSeconds(20);

    private final Node node;
    private final String application;
    private final String password;
    private final List<Connection> sessions = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread greedy;

    private Guests(Node node, String application, String password) {
        this.node = node;
        this.application = application;
        this.password = password;
    }

    /// Makes the guests' role when there is none yet.
    public static Guests on(Node node, String application) {
        var password = randomPassword();
        node.execute("""
                do $$ begin
                    create role %1$s login;
                exception when duplicate_object then null;
                end $$;
                alter role %1$s password '%2$s'
                """.formatted(ROLE, password));
        return new Guests(node, application, password);
    }

    public static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// A session of a guest, which the caller ends.
    public Connection connect(String database) throws SQLException {
        return connect(database, password);
    }

    /// As [#connect(String)], with another password.
    public Connection connect(String database, String triedPassword) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ROLE);
        properties.setProperty("password", triedPassword);
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("sslmode", "disable");
        return DriverManager.getConnection(node.jdbcUrl(database), properties);
    }

    /// Takes connections until the server has no more for guests.
    public void fillUp(String database) {
        node.execute("grant connect on database %s to %s".formatted(Sql.name(database), ROLE));
        try {
            while (sessions.size() < MOST) {
                sessions.add(connect(database));
            }
        } catch (SQLException refused) {
            if (!CONNECTIONS_REFUSED.equals(refused.getSQLState())) {
                close();
                throw new FaultFailed("Cannot fill %s up: %s".formatted(node.name(), refused.getMessage()), refused);
            }
        }
    }

    /// Takes connections until the server has no more, and each that somebody gives back, until closed.
    public void keepFull(String database) {
        fillUp(database);
        greedy = Thread.ofVirtual().name("greedy guest").start(() -> takeAll(database));
    }

    private void takeAll(String database) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sessions.add(connect(database));
            } catch (SQLException refused) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void endGreed() {
        var thread = greedy;
        if (thread != null) {
            thread.interrupt();
            Deadline.in(END_TIMEOUT).await("guests to take no more connections", () -> !thread.isAlive());
        }
    }

    @Override
    public void close() {
        endGreed();
        for (var session : sessions) {
            try {
                session.close();
            } catch (SQLException gone) {
                // The server has ended it.
            }
        }
        sessions.clear();
    }
}
