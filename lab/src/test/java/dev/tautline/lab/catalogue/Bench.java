package dev.tautline.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.ClientUnderTest;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Monitor;
import dev.tautline.lab.fault.PaymentProvider;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.fault.Visitors;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.PgBouncer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;

/// A primary with a standby, routes to both at one port, a shop's database, a pooler where there is one, and
/// surroundings that note what is done to them.
final class Bench implements AutoCloseable, Surroundings {
    static final String SHOP = "shop";

    final Cluster cluster;
    final Routes routes;
    final Lab lab;
    final List<String> done = new ArrayList<>();
    private final Optional<PgBouncer> pooler;

    Bench(Path directory) throws UnknownHostException {
        cluster = Cluster.builder().standbys(1).tls("127.0.6.1").start();
        cluster.primary().execute("create role shop login password 'shop'");
        cluster.primary().execute("create database shop owner shop");
        cluster.primary().executeIn(SHOP, """
                create table item (id int primary key, name text, stock int);
                insert into item select n, 'item ' || n, 10 from generate_series(1, 500) n;
                create index item_name on item (name);
                alter table item owner to shop;
                """);
        cluster.awaitReplay(Duration.ofSeconds(30));
        var hosts = HostsFile.create(directory.resolve("hosts"));
        assertThat(hosts.conductedJvmOptions()).hasSize(2);
        routes = new Routes(hosts);
        int port = new FreePorts(new Random()).next(InetAddress.getByName("127.0.6.1"));
        for (var number = 1; number <= 2; number++) {
            routes.open(
                    "db-%d.lab".formatted(number),
                    cluster.node("db-" + number),
                    new InetSocketAddress(InetAddress.getByName("127.0.6." + number), port));
        }
        pooler = PgBouncer.program().isPresent()
                ? Optional.of(PgBouncer.before(cluster.primary())
                        .user(SHOP, SHOP)
                        .setting("query_wait_timeout", "2")
                        .start())
                : Optional.empty();
        lab = new Lab(cluster, routes, new Application(SHOP, SHOP), this, Clock.systemUTC());
    }

    /// By the name of the primary, as the hosts file has it now.
    Connection connect() throws SQLException {
        var route = routes.route("db-1.lab");
        var address = routes.hosts().address(route.name());
        if (address.isEmpty()) {
            throw new SQLException("unknown host", "08001");
        }
        return connect(
                new InetSocketAddress(address.get(), route.proxy().address().getPort()));
    }

    /// As [#connect], with the server's certificate and name verified.
    Connection connectVerifying() throws SQLException {
        var address = routes.route("db-1.lab").proxy().address();
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/shop?sslmode=verify-full&sslrootcert=%s"
                        .formatted(address.getAddress().getHostAddress(), address.getPort(), cluster.authorityFile()),
                properties());
    }

    Connection connectToPooler() throws SQLException {
        return connect(pooler.orElseThrow().address());
    }

    static Connection connect(InetSocketAddress address) throws SQLException {
        var properties = properties();
        properties.setProperty("sslmode", "disable");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/shop".formatted(address.getAddress().getHostAddress(), address.getPort()),
                properties);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", SHOP);
        properties.setProperty("password", SHOP);
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "2");
        return properties;
    }

    /// An order, as a shop would take one.
    static void order(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update item set stock = stock - 1 where id = 1");
        }
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Override
    public List<ClientUnderTest> clients() {
        return List.of(new ClientUnderTest() {
            @Override
            public String name() {
                return "shop-1";
            }

            @Override
            public Feasibility canBecome(ClientChange change) {
                return Feasibility.possible();
            }

            @Override
            public Injection redeploy(ClientChange change) {
                return noted(change.toString());
            }
        });
    }

    @Override
    public Optional<Visitors> visitors() {
        return Optional.of(times -> noted("visitors x " + times));
    }

    @Override
    public Optional<PaymentProvider> payments() {
        return Optional.of(delay -> noted("payments + " + delay));
    }

    @Override
    public Optional<Monitor> monitor() {
        return Optional.of(() -> noted("monitor cut off"));
    }

    @Override
    public Optional<PgBouncer> pooler() {
        return pooler;
    }

    private Injection noted(String what) {
        done.add(what);
        return Injection.healedBy(() -> done.add("as it was"));
    }

    @Override
    public void close() {
        pooler.ifPresent(PgBouncer::close);
        routes.close();
        cluster.close();
    }
}
