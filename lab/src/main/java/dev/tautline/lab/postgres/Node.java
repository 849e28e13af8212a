package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.tls.IssuedCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One server of a [Cluster]. It keeps its address over stops and starts. Thread-safe; starts and stops take
/// turns.
public final class Node {
    private static final int PORT_ATTEMPTS = 5;
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final String CERTIFICATE_FILE = "server.crt";
    private static final String KEY_FILE = "server.key";

    private final String name;
    private final NodeContext context;
    private final DataDirectory directory;
    private final Consumer<Node> onPromotion;
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable Upstream upstream;
    private final Map<String, String> overrides = new ConcurrentHashMap<>();
    private volatile @Nullable Postmaster postmaster;
    private volatile @Nullable IssuedCertificate certificate;

    Node(String name, NodeContext context, DataDirectory directory, Consumer<Node> onPromotion) {
        this.name = name;
        this.context = context;
        this.directory = directory;
        this.onPromotion = onPromotion;
        var tls = context.tls();
        this.certificate = tls == null ? null : tls.usual();
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
        promoteItself();
        onPromotion.accept(this);
    }

    private void promoteItself() {
        if (role() == NodeRole.PRIMARY) {
            throw new ClusterFailed("%s cannot be promoted: it is a primary already".formatted(name));
        }
        var seconds = Math.max(1, context.timeout().toSeconds());
        if (!query("select pg_promote(true, %d)".formatted(seconds)).equals(List.of("t"))) {
            throw new ClusterFailed("%s was not promoted within %d s. %s"
                    .formatted(name, seconds, directory.log().tail()));
        }
    }

    /// Promotes a standby while the cluster's primary stays what it is: then there are two.
    public void promoteBesidePrimary() {
        promoteItself();
    }

    /// Stops the clock of the server and all its processes (SIGSTOP), as on a hung host, until the injection
    /// is closed.
    public Injection freeze() {
        var frozen = running();
        frozen.freeze();
        return Injection.healedBy(frozen::thaw);
    }

    /// Stops the clock of the postmaster alone: sessions go on, and new connections are accepted by the kernel and by
    /// nobody else, until the injection is closed.
    public Injection freezePostmaster() {
        var frozen = running();
        frozen.freezeAlone();
        return Injection.healedBy(frozen::thaw);
    }

    /// Ends the server and all its processes at once (SIGKILL), as when its machine loses power. The next start
    /// recovers.
    public synchronized void kill() {
        running().kill(Deadline.in(context.timeout()));
        postmaster = null;
    }

    /// Ends one server process at once (SIGKILL): the postmaster then ends all sessions and recovers.
    public void killBackend(long pid) {
        if (!running().killChild(pid)) {
            throw new ClusterFailed("%s has no process %d".formatted(name, pid));
        }
    }

    /// Kills the server and starts it again, but stops the clock of its recovery, so that it is starting up (57P03)
    /// until the injection is closed.
    public synchronized Injection restartSlowly() {
        running().kill(Deadline.in(context.timeout()));
        directory.writeSettings(settingsFor(address()));
        var started = new Postmaster(
                name, context.programs().startServer(directory.data(), directory.log()), directory.log());
        postmaster = started;
        if (!started.freezeRecovery(Deadline.in(context.timeout()))) {
            throw new ClusterFailed("%s recovered before it could be held".formatted(name));
        }
        return Injection.healedBy(() -> {
            started.thaw();
            if (started.isAlive()) {
                started.awaitReady(new PidFile(directory.data()), Deadline.in(context.timeout()));
            }
        });
    }

    /// Starts the server again with one setting different, even one of those that the cluster sets; closing the answer
    /// starts it again as it was.
    public synchronized Injection restartWith(String setting, String value) {
        overrides.put(setting, value);
        restart(StopMode.FAST);
        return Injection.healedBy(() -> {
            overrides.remove(setting);
            restart(StopMode.FAST);
        });
    }

    /// The text of `pg_hba.conf`.
    public String accessRules() {
        return directory.accessRules();
    }

    /// Replaces the text of `pg_hba.conf`; the server reads it on [#reload].
    public void writeAccessRules(String text) {
        directory.writeAccessRules(text);
    }

    /// Writes a file that belongs to the server beside its data, and answers where it is.
    public Path writeBeside(String file, String text) {
        return directory.writeBeside(file, text);
    }

    /// What the server shows to clients that ask for TLS; empty when it offers none.
    public Optional<IssuedCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /// Gives the server another certificate, which it reads on [#reload] and at each start.
    public void writeCertificate(IssuedCertificate shown) {
        directory.writeBeside(CERTIFICATE_FILE, shown.certificate());
        directory.writeBeside(KEY_FILE, shown.key());
        certificate = shown;
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

    /// As [#query], in another database.
    public List<String> queryIn(String database, String sql) {
        return superuser().query(database, sql);
    }

    /// Where the server keeps its data.
    public Path dataDirectory() {
        return directory.data();
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
        certificate().ifPresent(this::writeCertificate);
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
        if (certificate().isPresent()) {
            own.put("ssl", true);
            own.put("ssl_cert_file", directory.beside(CERTIFICATE_FILE).toString());
            own.put("ssl_key_file", directory.beside(KEY_FILE).toString());
        }
        var source = upstream;
        var all = ServerSettings.defaults().with(context.settings()).with(own);
        var complete = source == null ? all : all.with(source.settings(directory.passwordFile()));
        var changed = new ServerSettings();
        overrides.forEach(changed::put);
        return complete.with(changed);
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
