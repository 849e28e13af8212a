package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole shop: a real PostgreSQL, the payment simulator as its own process, the application on a free port. Its time
/// limits are short, so that tests of waiting do not wait long, and long enough for a busy machine.
final class Shop implements AutoCloseable {
    static final String SECRET = "a secret that is long enough for this test";

    private final Cluster cluster;
    private final SimulatorProcess simulator;
    private final ConfigurableApplicationContext application;
    private final Path data;

    private Shop(Cluster cluster, SimulatorProcess simulator, ConfigurableApplicationContext application, Path data) {
        this.data = data;
        this.cluster = cluster;
        this.simulator = simulator;
        this.application = application;
    }

    static Shop open(String... settings) throws IOException {
        var cluster = newCluster();
        migrate(cluster);
        return on(cluster, settings);
    }

    static Cluster newCluster() {
        return newCluster(0);
    }

    static Cluster newCluster(int standbys) {
        var cluster = Cluster.builder()
                .standbys(standbys)
                .setting("max_connections", 60)
                .start();
        cluster.primary().execute("CREATE ROLE chandlery_owner LOGIN PASSWORD 'owner'");
        cluster.primary().execute("CREATE ROLE chandlery_app LOGIN NOINHERIT PASSWORD 'app'");
        cluster.primary().execute("CREATE ROLE chandlery_admin NOLOGIN");
        cluster.primary().execute("GRANT chandlery_admin TO chandlery_app");
        cluster.primary().execute("CREATE DATABASE chandlery OWNER chandlery_owner");
        return cluster;
    }

    static void migrate(Cluster cluster) {
        var outcome = Command.named("migrate")
                .run(new String[] {"--spring.datasource.url=" + url(cluster), "--chandlery.migrate.password=owner"});
        assertThat(outcome).as("exit code of migrate").hasValue(Command.OK);
    }

    static Shop on(Cluster cluster, String... settings) throws IOException {
        return on(cluster, Files.createTempDirectory("chandlery-test-"), settings);
    }

    /// A shop that finds in its directory what an earlier one left there.
    static Shop on(Cluster cluster, Path data, String... settings) throws IOException {
        var chosen = new TreeMap<String, String>();
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            chosen.put(parts[0], parts[1]);
        }
        var simulator = SimulatorProcess.start(chosen);
        try {
            var application = new SpringApplicationBuilder(StoreApplication.class)
                    .run(arguments(cluster, simulator, data, chosen));
            return new Shop(cluster, simulator, application, data);
        } catch (RuntimeException failed) {
            simulator.close();
            cluster.close();
            throw failed;
        }
    }

    /// The tests' standard settings, with those of one test on top.
    private static String[] arguments(
            Cluster cluster, SimulatorProcess simulator, Path data, Map<String, String> chosen) {
        var all = new TreeMap<String, String>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "spring.datasource.url", url(cluster),
                "spring.datasource.password", "app",
                "spring.datasource.hikari.maximum-pool-size", "10",
                "chandlery.cookie-key", SECRET,
                "chandlery.payment.url", simulator.url().toString(),
                "chandlery.payment.answer-timeout", "2s",
                "chandlery.settlement.check-after", "2500ms",
                "chandlery.settlement.pause", "100ms"));
        all.put("chandlery.data-directory", data.toString());
        all.put("chandlery.catalogue.refresh", "200ms");
        all.put("chandlery.catalogue.stale-after", "1500ms");
        all.put("chandlery.gate.look", "100ms");
        all.putAll(chosen);
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static String url(Cluster cluster) {
        return cluster.primary().jdbcUrl("chandlery");
    }

    URI url() {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> management(String path) throws IOException, InterruptedException {
        var port = application.getEnvironment().getRequiredProperty("local.management.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /// Stops the application alone, as a deployment does; cluster and simulator run on.
    void stopApplication() {
        application.close();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Path data() {
        return data;
    }

    Cluster cluster() {
        return cluster;
    }

    SimulatorProcess simulator() {
        return simulator;
    }

    Buyer buyer() {
        return new Buyer(url());
    }

    /// A number that the database knows.
    long number(String sql) throws SQLException {
        try (var connection = cluster.primary().connect("chandlery");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getLong(1);
        }
    }

    /// A text that the database knows.
    String text(String sql) throws SQLException {
        try (var connection = cluster.primary().connect("chandlery");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }

    void change(String sql) {
        cluster.primary().executeIn("chandlery", sql);
    }

    /// Waits until the query yields the number, at most this long.
    void await(Duration most, String sql, long expected) throws SQLException {
        var deadline = System.nanoTime() + most.toNanos();
        while (number(sql) != expected) {
            assertThat(System.nanoTime())
                    .as("%s became %d within %s", sql, expected, most)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        try (cluster;
                simulator;
                application) {
            assertThat(cluster).isNotNull();
        }
    }
}
