package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One server of a [Cluster]. It keeps its address over stops and starts. Thread-safe; starts and stops take
/// turns.
public final class Node {
    private static final int PORT_ATTEMPTS = 5;
    private static final String MAINTENANCE_DATABASE = "postgres";

    private final String name;
    private final NodeContext context;
    private final DataDirectory directory;
    private final Consumer<Node> onPromotion;
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable Upstream upstream;
    private volatile @Nullable Postmaster postmaster;

    Node(String name, NodeContext context, DataDirectory directory, Consumer<Node> onPromotion) {
        this.name = name;
        this.context = context;
        this.directory = directory;
        this.onPromotion = onPromotion;
    }

    public String name() {
        return name;
    }

    public NodeRole role() {
        return directory.isStandby() ? NodeRole.STANDBY : NodeRole.PRIMARY;
    }

    public boolean isRunning() {
        var current = postmaster;
        return current != null && current.isAlive();
    }

    /// The server's own address, past any proxy.
    public InetSocketAddress address() {
        var known = address;
        if (known == null) {
            throw new ClusterFailed("%s has no address before its first start".formatted(name));
        }
        return known;
    }

    /// A JDBC URL to the server's own address, without user and password.
    public String jdbcUrl(String database) {
        return SuperuserAccess.url(address(), database);
    }

    /// The postmaster's process id; fails when the server is not running.
    public long pid() {
        return running().pid();
    }

    public Path logFile() {
        return directory.log().file();
    }

    /// The last lines of the server's log, oldest first.
    public List<String> lastLogLines(int count) {
        return directory.log().lastLines(count);
    }

    /// Starts the server and waits until it accepts connections; does nothing when it already runs.
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var deadline = Deadline.in(context.timeout());
        var chosen = address;
        for (var attempt = 1; true; attempt++) {
            var tried = chosen != null ? chosen : freeAddress();
            var logged = directory.log().size();
            try {
                startOn(tried, deadline);
                address = tried;
                return;
            } catch (ClusterFailed failure) {
                var lostThePort = directory.log().textSince(logged).contains("could not bind");
                if (!lostThePort || chosen != null || attempt == PORT_ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    /// Stops the server and waits for its exit; does nothing when it is not running.
    public synchronized void stop(StopMode mode) {
        var current = postmaster;
        if (current != null && current.isAlive()) {
            current.stop(mode, Deadline.in(context.timeout()));
        }
        postmaster = null;
    }

    public synchronized void restart(StopMode mode) {
        stop(mode);
        start();
    }

    /// Tells the server to read its configuration files again; returns before it has done so.
    public void reload() {
        running().signal(Signal.HUP);
    }

    /// Makes a standby the primary of the cluster and waits until it accepts writes. A former primary is
    /// left as it is: stop it first, or there are two.
    public void promote() {
        if (role() == NodeRole.PRIMARY) {
            throw new ClusterFailed("%s cannot be promoted: it is a primary already".formatted(name));
        }
        var seconds = Math.max(1, context.timeout().toSeconds());
        if (!query("select pg_promote(true, %d)".formatted(seconds)).equals(List.of("t"))) {
            throw new ClusterFailed("%s was not promoted within %d s. %s"
                    .formatted(name, seconds, directory.log().tail()));
        }
        onPromotion.accept(this);
    }

    /// Stops the clock of the server and all its processes (SIGSTOP), as on a hung host, until the injection
    /// is closed.
    public Injection freeze() {
        var frozen = running();
        frozen.freeze();
        return Injection.healedBy(frozen::thaw);
    }

    /// A session of the superuser, for set-up and tests.
    public Connection connect(String database) throws SQLException {
        return superuser().connect(database);
    }

    /// Runs set-up SQL as superuser in database `postgres`.
    public void execute(String sql) {
        executeIn(MAINTENANCE_DATABASE, sql);
    }

    /// Runs set-up SQL as superuser; several statements in one string run as one transaction.
    public void executeIn(String database, String sql) {
        superuser().execute(database, sql);
    }

    /// The first column of a query's rows, run as superuser in database `postgres`; NULL reads as an empty
    /// string.
    public List<String> query(String sql) {
        return superuser().query(MAINTENANCE_DATABASE, sql);
    }

    @Override
    public String toString() {
        return "%s (%s%s)".formatted(name, role(), isRunning() ? ", " + address : ", stopped");
    }

    SuperuserAccess superuser() {
        return new SuperuserAccess(name, address(), context.superuser());
    }

    DataDirectory directory() {
        return directory;
    }

    void follow(Upstream source) {
        upstream = source;
    }

    /// Not synchronized: it must not wait for a start that hangs.
    void end(StopMode mode, Duration timeout) {
        var current = postmaster;
        if (current != null) {
            current.end(mode, timeout);
        }
    }

    private void startOn(InetSocketAddress tried, Deadline deadline) {
        directory.writeSettings(settingsFor(tried));
        var started = new Postmaster(
                name, context.programs().startServer(directory.data(), directory.log()), directory.log());
        postmaster = started;
        try {
            started.awaitReady(new PidFile(directory.data()), deadline);
        } catch (RuntimeException failure) {
            started.end(StopMode.IMMEDIATE, Duration.ofSeconds(1));
            throw failure;
        }
    }

    private ServerSettings settingsFor(InetSocketAddress tried) {
        var own = new ServerSettings();
        own.put("listen_addresses", tried.getAddress().getHostAddress());
        own.put("port", tried.getPort());
        own.put("unix_socket_directories", "");
        own.put("cluster_name", name);
        var source = upstream;
        var all = ServerSettings.defaults().with(context.settings()).with(own);
        return source == null ? all : all.with(source.settings(directory.passwordFile()));
    }

    private InetSocketAddress freeAddress() {
        var loopback = InetAddress.getLoopbackAddress();
        return new InetSocketAddress(loopback, context.ports().next(loopback));
    }

    private Postmaster running() {
        var current = postmaster;
        if (current == null || !current.isAlive()) {
            throw new ClusterFailed("%s is not running".formatted(name));
        }
        return current;
    }
}
