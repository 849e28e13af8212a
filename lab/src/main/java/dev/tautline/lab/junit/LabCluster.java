package dev.tautline.lab.junit;

import dev.tautline.lab.Injection;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Guests;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Route;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Sql;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// A running cluster with a database for an application, reached through proxies, into which a test injects faults.
/// Thread-safe.
public final class LabCluster implements AutoCloseable {
    /// Of the database and of its owner.
    public static final String DATABASE = "app";

    /// Of the test's routes: 127.0.55.1 is the first node's, .2 the second's.
    private static final String NET = "127.0.55.";

    private static final Duration REPLAY_TIMEOUT = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Routes routes;
    private final Lab lab;
    private final Path directory;
    private final String database;
    private final String password;
    private final List<Injection> inForce = new CopyOnWriteArrayList<>();

    private LabCluster(Cluster cluster, Routes routes, Path directory, String database, String password) {
        this.cluster = cluster;
        this.routes = routes;
        this.directory = directory;
        this.database = database;
        this.password = password;
        this.lab = new Lab(cluster, routes, new Application(database, database), Surroundings.NONE, Clock.systemUTC());
    }

    /// Starts a cluster with an empty database whose owner has its name.
    static LabCluster start(int standbys, String database) {
        var cluster = Cluster.builder().standbys(standbys).start();
        try {
            var password = Guests.randomPassword();
            cluster.primary().execute("create role %s login password '%s'".formatted(Sql.name(database), password));
            cluster.primary().execute("create database %1$s owner %1$s".formatted(Sql.name(database)));
            cluster.awaitReplay(REPLAY_TIMEOUT);
            var directory = Files.createTempDirectory("tautline-lab-");
            var routes = new Routes(HostsFile.create(directory.resolve("hosts")));
            open(routes, cluster);
            return new LabCluster(cluster, routes, directory, database, password);
        } catch (IOException failure) {
            cluster.close();
            throw new UncheckedIOException("Cannot make a directory for the lab", failure);
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /// For a data source, by way of the proxies: `jdbc:postgresql://127.0.55.1:PORT,…/app`. With standbys all nodes are
    /// named; add `targetServerType=primary` as the application does.
    public String jdbcUrl() {
        var hosts = routes.all().stream()
                .map(route -> route.proxy().address())
                .map(address -> "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()))
                .collect(Collectors.joining(","));
        return "jdbc:postgresql://%s/%s?sslmode=disable".formatted(hosts, database);
    }

    public String user() {
        return database;
    }

    public String password() {
        return password;
    }

    /// Brings a fault into force as people write it, such as `path-latency round-trip=200ms`. Closing the answer
    /// heals it, and so does the end of the test. Where it cannot be injected the test is aborted with the reason.
    ///
    /// @throws dev.tautline.lab.catalogue.FaultRefused when it is written wrongly
    public Injection inject(String fault) {
        return inject(Faults.parse(fault));
    }

    /// As [#inject(String)].
    public Injection inject(Fault fault) {
        if (fault.feasibleIn(lab) instanceof Feasibility.Impossible impossible) {
            Assumptions.abort("%s: %s".formatted(fault, impossible.reason()));
        }
        var injection = lab.inject(fault);
        inForce.add(injection);
        return injection;
    }

    /// For what the catalogue has not: nodes, routes, the superuser's SQL.
    public Lab lab() {
        return lab;
    }

    /// Heals everything that is in force, the last first.
    void healAll() {
        var healed = List.copyOf(inForce);
        inForce.removeAll(healed);
        Injection.all(healed).close();
    }

    @Override
    public void close() {
        try (cluster) {
            healAll();
            routes.close();
        } finally {
            delete(directory);
        }
    }

    private static void open(Routes routes, Cluster cluster) throws UnknownHostException {
        int port = new FreePorts(new Random()).next(InetAddress.getByName(NET + 1));
        for (var index = 0; index < cluster.nodes().size(); index++) {
            var node = cluster.nodes().get(index);
            var address = new InetSocketAddress(InetAddress.getByName(NET + (index + 1)), port);
            Route ignored = routes.open(node.name() + ".lab.test", node, address);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete " + directory, failure);
        }
    }
}
