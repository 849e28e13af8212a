package dev.tautline.provocation;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.ClusterBuilder;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// A cluster with the role `app` and the database `shop`, and what one does to it so that the ladder fails. Everything
/// that is injected heals when closed.
final class ProbedCluster implements AutoCloseable {
    static final String PASSWORD = "Anchor&chain?9";
    static final int SLOTS = 12;
    static final int RESERVED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Node primary;

    private ProbedCluster(Cluster cluster) {
        this.cluster = cluster;
        this.primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE DATABASE shop");
        cluster.awaitReplay(PATIENCE);
    }

    static ProbedCluster start(ClusterBuilder builder) {
        return new ProbedCluster(builder.setting("max_connections", SLOTS)
                .setting("superuser_reserved_connections", RESERVED)
                .setting("max_wal_senders", 4)
                .start());
    }

    Cluster cluster() {
        return cluster;
    }

    Node primary() {
        return primary;
    }

    ProbeTarget target() {
        return at(primary);
    }

    ProbeTarget at(Node node) {
        return target("127.0.0.1", node.address().getPort(), "shop", "app");
    }

    ProbeTarget as(String user, String database) {
        return target("127.0.0.1", primary.address().getPort(), database, user);
    }

    /// By another name of this machine.
    ProbeTarget named(String host) {
        return target(host, primary.address().getPort(), "shop", "app");
    }

    static ProbeTarget target(String host, int port, String database, String user) {
        return ProbeTarget.of(host, port, database, user).withPassword(Secret.of(PASSWORD));
    }

    /// Runs `change` as superuser, and `back` when closed.
    Injection changed(String change, String back) {
        primary.execute(change);
        return Injection.healedBy(() -> primary.execute(back));
    }

    /// Other lines of pg_hba.conf; the lab's own superuser always gets in.
    Injection hostRules(String rules) {
        var file = Path.of(primary.query("SHOW hba_file").getFirst());
        var own = "host all " + cluster.superuser().user() + " all scram-sha-256\n";
        try {
            var original = Files.readString(file);
            writeAndReload(file, own + rules + "\n");
            return Injection.healedBy(() -> writeAndReload(file, original));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// TLS with one certificate, which also is the authority for those of clients. The server writes the files itself,
    /// so that they are its own.
    Injection tls(TestCertificate certificate) {
        write("server.crt", certificate.certificate());
        write("server.key", certificate.key());
        primary.execute("ALTER SYSTEM SET ssl_ca_file = 'server.crt'");
        primary.execute("ALTER SYSTEM SET ssl = on");
        reload();
        return Injection.healedBy(() -> {
            primary.execute("ALTER SYSTEM RESET ssl");
            primary.execute("ALTER SYSTEM RESET ssl_ca_file");
            reload();
        });
    }

    /// A setting of postgresql.conf that needs no restart.
    Injection setting(String name, String value) {
        primary.execute("ALTER SYSTEM SET " + name + " = '" + value + "'");
        reload();
        return Injection.healedBy(() -> {
            primary.execute("ALTER SYSTEM RESET " + name);
            reload();
        });
    }

    /// A superuser's session in which `statements` have run; its end undoes what a transaction began.
    Injection session(String database, String... statements) throws SQLException {
        var session = primary.connect(database);
        try (var statement = session.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        return Injection.healedBy(() -> {
            try {
                session.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// What the ladder asks about the role runs `body` first, for the role `app`: its own function of that name stands
    /// before the server's.
    Injection whenAskedForTheRole(String body) {
        primary.executeIn("shop", "CREATE SCHEMA IF NOT EXISTS shadow AUTHORIZATION app");
        primary.executeIn("shop", """
                CREATE OR REPLACE FUNCTION shadow.pg_is_in_recovery() RETURNS bool LANGUAGE plpgsql AS
                $$ BEGIN %s; RETURN pg_catalog.pg_is_in_recovery(); END $$""".formatted(body));
        return changed("ALTER ROLE app SET search_path = shadow, pg_catalog", "ALTER ROLE app RESET search_path");
    }

    /// A command of the machine, in the data directory, as the account of the server. It is given no line to read: one
    /// that it leaves unread would be an error.
    void shell(String command) {
        primary.execute("COPY (SELECT 1 WHERE false) TO PROGRAM '" + command + "'");
    }

    Path dataDirectory(Node node) {
        return Path.of(node.query("SHOW data_directory").getFirst());
    }

    void reload() {
        var before = primary.query("SELECT pg_conf_load_time()").getFirst();
        primary.reload();
        await("SELECT pg_conf_load_time() > '" + before + "'", "t");
    }

    void await(String query, String expected) {
        Deadline.in(PATIENCE)
                .await(query + " to say " + expected, () -> primary.query(query).equals(List.of(expected)));
    }

    /// Ends what the ladder left behind when it broke off in the middle of something.
    void endSessionsOfApp() {
        primary.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
        await("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'", "0");
    }

    private void write(String name, String text) {
        primary.execute("COPY (SELECT unnest(string_to_array('" + text.strip() + "', E'\\n'))) TO PROGRAM "
                + "'umask 077; cat > " + name + "'");
    }

    private void writeAndReload(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reload();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
