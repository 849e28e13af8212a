package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A running PostgreSQL cluster: one primary and its streaming standbys. Closing it, or the end of this
/// process, leaves nothing running, and nothing on disk unless the directory is kept. Thread-safe.
public final class Cluster implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(15);

    private final ClusterDirectory directory;
    private final ServerPrograms programs;
    private final Credentials superuser;
    private final @Nullable ClusterTls tls;
    private final List<Node> nodes;
    private final AtomicReference<Node> primary;
    private volatile @Nullable ClusterStart replication;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread shutdownHook = new Thread(this::end, "tautline-cluster-shutdown");

    /// Nodes are made by [ClusterBuilder]; nothing runs yet.
    Cluster(ClusterDirectory directory, ServerPrograms programs, ClusterBuilder.Plan plan, NodeContext context) {
        this.directory = directory;
        this.programs = programs;
        this.superuser = context.superuser();
        this.tls = context.tls();
        this.nodes = plan.nodeNames().stream()
                .map(name -> new Node(name, context, plan.directoryOf(name), this::promoted))
                .toList();
        this.primary = new AtomicReference<>(node(directory.primaryName()));
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    public static ClusterBuilder builder() {
        return new ClusterBuilder();
    }

    /// All nodes, by name: db-1, db-2, …
    public List<Node> nodes() {
        return nodes;
    }

    public Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClusterFailed("No node %s; there are %s"
                        .formatted(name, nodes.stream().map(Node::name).toList())));
    }

    /// The node that was made the primary last, whether it runs or not.
    public Node primary() {
        return primary.get();
    }

    public List<Node> standbys() {
        return nodes.stream().filter(node -> node.role() == NodeRole.STANDBY).toList();
    }

    public Credentials superuser() {
        return superuser;
    }

    public Path directory() {
        return directory.root();
    }

    /// Who has signed the nodes' certificates and for which hosts; empty when they offer no TLS.
    public Optional<ClusterTls> tls() {
        return Optional.ofNullable(tls);
    }

    /// The authority's certificate as a file, for `sslrootcert`; it is there when the nodes offer TLS.
    public Path authorityFile() {
        return directory.authority();
    }

    /// Waits until every standby that runs streams from the primary.
    public void awaitStreaming(Duration timeout) {
        var awaited =
                standbys().stream().filter(Node::isRunning).map(Node::name).toList();
        Deadline.in(timeout)
                .await(
                        "standbys %s to stream".formatted(awaited),
                        () -> streaming().containsAll(awaited));
    }

    /// Waits until every standby that runs has replayed all that the primary has written by now, so that what was made
    /// there is here, too.
    public void awaitReplay(Duration timeout) {
        var written = primary().query("SELECT pg_current_wal_flush_lsn()").getFirst();
        var replayed = "SELECT pg_last_wal_replay_lsn() >= '" + written + "'";
        var deadline = Deadline.in(timeout);
        standbys().stream()
                .filter(Node::isRunning)
                .forEach(standby -> deadline.await(
                        "%s to replay up to %s".formatted(standby.name(), written),
                        () -> standby.query(replayed).equals(List.of("t"))));
    }

    /// Makes a node a fresh standby of the current primary, as after a failover: a former primary's history has parted
    /// from it, so that it is copied anew.
    public void rejoin(Node node) {
        var start = replication;
        if (node == primary() || start == null) {
            throw new ClusterFailed("%s cannot rejoin: it is the primary".formatted(node.name()));
        }
        start.rejoin(node);
    }

    void replicatesBy(ClusterStart start) {
        replication = start;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running or about to: ending twice is harmless.
        }
        end();
    }

    private List<String> streaming() {
        return primary().query("select application_name from pg_stat_replication where state = 'streaming'");
    }

    /// The primary first: a fast stop sends the standbys all that they lack.
    private void end() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        var mode = directory.kept() ? StopMode.FAST : StopMode.IMMEDIATE;
        var first = primary();
        first.end(mode, CLOSE_TIMEOUT);
        nodes.stream().filter(node -> node != first).forEach(node -> node.end(mode, CLOSE_TIMEOUT));
        programs.close();
        directory.release();
    }

    private void promoted(Node node) {
        primary.set(node);
        directory.recordPrimary(node);
    }
}
