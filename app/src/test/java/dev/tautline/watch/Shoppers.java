package dev.tautline.watch;

import dev.tautline.lab.postgres.Node;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A shop without an agent: sessions that look up orders and take from the stock, each in its own time. One that loses
/// its connection opens another.
final class Shoppers implements AutoCloseable {
    static final String ROLE = "shop";
    static final String PASSWORD = "Chandlery&7";
    static final int CUSTOMERS = 2_000;
    private static final int SESSIONS = 10;
    private static final long PAUSE_NANOS = 25_000_000;

    private final InetSocketAddress address;
    private final List<Thread> threads;
    private volatile boolean open = true;

    private Shoppers(InetSocketAddress address) {
        this.address = address;
        this.threads = IntStream.range(0, SESSIONS)
                .mapToObj(number -> Thread.ofVirtual().name("shopper-" + number).unstarted(this::shop))
                .toList();
    }

    /// What they need: tables with an index, and a role.
    static void furnish(Node primary) {
        primary.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        primary.execute("CREATE TABLE orders AS SELECT n AS id, n % " + CUSTOMERS
                + " AS customer, repeat('rope', 20) AS lines FROM generate_series(1, 120000) AS n;"
                + " CREATE INDEX orders_customer ON orders (customer);"
                + " CREATE TABLE stock AS SELECT n AS article, 1000000 AS units FROM generate_series(1, 500) AS n;"
                + " ALTER TABLE stock ADD PRIMARY KEY (article);"
                + " GRANT ALL ON orders, stock TO " + ROLE);
        primary.execute("ANALYZE");
    }

    static Shoppers at(Node node) {
        var shoppers = new Shoppers(node.address());
        shoppers.threads.forEach(Thread::start);
        return shoppers;
    }

    static Connection connect(InetSocketAddress address, String application) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ROLE);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("ApplicationName", application);
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/postgres",
                properties);
    }

    private void shop() {
        while (open) {
            try (var connection = connect(address, "shop")) {
                while (open) {
                    buy(connection);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (SQLException e) {
                LockSupport.parkNanos(10 * PAUSE_NANOS);
            }
        }
    }

    private static void buy(Connection connection) throws SQLException {
        var random = ThreadLocalRandom.current();
        try (var look = connection.prepareStatement("SELECT count(*) FROM orders WHERE customer = ?");
                var take = connection.prepareStatement("UPDATE stock SET units = units - 1 WHERE article = ?")) {
            look.setInt(1, random.nextInt(CUSTOMERS));
            look.executeQuery();
            take.setInt(1, 1 + random.nextInt(500));
            take.executeUpdate();
        }
    }

    @Override
    public void close() {
        open = false;
        threads.forEach(Thread::interrupt);
    }
}
