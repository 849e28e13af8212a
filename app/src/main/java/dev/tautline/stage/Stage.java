package dev.tautline.stage;

import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Route;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A cluster with the shop's database, reached through published names and proxies, and the programs around it. Closing
/// it closes everything that was opened on it, last one first. For one thread.
///
/// ```
/// shop, guard ── db-1.chandlery.test ── hosts file ── 127.0.54.1:port ── proxy ── PostgreSQL
/// ```
public final class Stage implements AutoCloseable {
    private static final String DOMAIN = ".chandlery.test";
    private static final Application APPLICATION = new Application(Passwords.Use.SHOP.role(), Database.NAME);

    private final Opened opened;
    private final StageDirectory directory;
    private final Passwords passwords;
    private final Cluster cluster;
    private final Routes routes;
    private final Lab lab;
    private final ProcessStarter starter;
    private final Programs programs;

    Stage(StageDirectory directory, TautHome home, StageOptions options, Opened opened) {
        this.opened = opened;
        this.directory = directory;
        this.passwords = Passwords.in(directory.passwords(), new SecureRandom());
        this.programs = new Programs(directory, passwords, home);
        this.cluster = opened.add(start(options));
        new Database(cluster.primary(), passwords).setUp();
        this.routes = opened.add(new Routes(HostsFile.create(directory.hosts())));
        openRoutes(options.databasePort());
        this.lab = new Lab(cluster, routes, APPLICATION, Surroundings.NONE, Clock.systemUTC());
        this.starter = opened.add(new ProcessStarter(System.getenv()));
    }

    /// Takes the place and opens the stage on it at once.
    public static Stage open(StageOptions options, TautHome home) {
        return StagePlace.take(options, home).open();
    }

    public Cluster cluster() {
        return cluster;
    }

    public Path directory() {
        return directory.root();
    }

    public Passwords passwords() {
        return passwords;
    }

    /// Cluster and routes as one, to inject faults into.
    public Lab lab() {
        return lab;
    }

    /// The same with what stands around the cluster, which faults may strike, too.
    public Lab lab(Surroundings surroundings) {
        return new Lab(cluster, routes, APPLICATION, surroundings, Clock.systemUTC());
    }

    /// From now on programs look names up so that lookups can be made slow and fail. To be said before the first is
    /// started.
    public void conductNames() {
        programs.resolveBy(routes.hosts().conductedJvmOptions());
    }

    /// The names under which the nodes are published.
    public HostsFile names() {
        return routes.hosts();
    }

    /// One per node: db-1, db-2, …
    public List<Route> routes() {
        return cluster.nodes().stream().map(node -> route(node.name())).toList();
    }

    /// The way to a node that is named as in the cluster: db-1, db-2, …
    public Route route(String node) {
        return routes.route(cluster.node(node).name() + DOMAIN);
    }

    /// The database's JDBC URL by way of these nodes, or of all when none is named; without user and password.
    public String databaseUrl(String... nodes) {
        var all = cluster.nodes().stream().map(Node::name);
        var names = (nodes.length == 0 ? all : Arrays.stream(nodes))
                .map(node -> route(node).name());
        return routes.jdbcUrl(Database.NAME, names.toArray(String[]::new)) + encryption();
    }

    private String encryption() {
        return cluster.tls()
                .map(_ -> "?sslmode=verify-full&sslrootcert=" + cluster.authorityFile())
                .orElse("?sslmode=disable");
    }

    /// The nodes as the guard shall watch them, each with the role that it has now.
    public List<GuardSettings.Target> guardTargets() {
        return cluster.nodes().stream()
                .map(node -> new GuardSettings.Target(node.name(), databaseUrl(node.name()), node.role()))
                .toList();
    }

    /// Brings the shop's schema and seed up to date.
    public void migrate() {
        ChildProcess.run(programs.migrate(databaseUrl() + "&targetServerType=primary"), starter);
    }

    /// Invites somebody to work at the shop. The answer is good for one use, and nobody else sees it: the stage's
    /// directory
    /// is readable by its owner alone.
    ///
    /// @param role as `invite` of the shop takes it
    public URI invite(StoreProcess shop, String email, String role) {
        var launch = programs.invite(databaseUrl() + "&targetServerType=primary", shop.shopUrl(), email, role);
        ChildProcess.run(launch, starter);
        try (var lines = Files.lines(launch.log())) {
            return URI.create(lines.reduce((earlier, later) -> later).orElseThrow());
        } catch (IOException | RuntimeException unreadable) {
            throw new StageFailed("the invitation in %s cannot be read".formatted(launch.log()), unreadable);
        }
    }

    /// Starts the payment provider and waits until it answers.
    public PaymentSimulatorProcess startPayments(int port) {
        return startPayments(port, null);
    }

    /// Starts the payment provider, which tells the shop at this address what happens to its payments.
    public PaymentSimulatorProcess startPayments(int port, @Nullable URI shop) {
        var url = "http://127.0.0.1:" + port;
        var process = ChildProcess.start(programs.payments(port, URI.create(url + "/ledger"), shop), starter);
        return opened.add(new PaymentSimulatorProcess(url, process));
    }

    /// Starts an instance of the shop and waits until it is ready to serve.
    public StoreProcess startStore(StoreSettings settings) {
        return opened.add(new StoreProcess(settings, ChildProcess.start(programs.store(settings), starter)));
    }

    /// Starts `taut watch` and waits until its dashboard answers.
    public GuardProcess startGuard(GuardSettings settings) {
        var url = URI.create("http://127.0.0.1:%d/".formatted(settings.dashboardPort()));
        var process = ChildProcess.start(programs.guard(settings, url.resolve("api/state")), starter);
        return opened.add(new GuardProcess(url, process));
    }

    /// Starts a program of somebody else and waits until it answers.
    public ChildProcess start(ForeignProgram program) {
        return opened.add(ChildProcess.start(programs.foreign(program), starter));
    }

    @Override
    public void close() {
        opened.close();
        directory.close();
    }

    private Cluster start(StageOptions options) {
        var plain = Cluster.builder().standbys(options.standbys()).leavePorts(options.portsLeft());
        var builder = options.tls() ? plain.tls("*" + DOMAIN) : plain;
        return (directory.isKept() ? builder.directory(directory.cluster()) : builder).start();
    }

    /// Each node's route listens on an address of its own, as hosts have: only then can one be moved alone.
    private void openRoutes(int port) {
        var nodes = cluster.nodes();
        var addresses = IntStream.rangeClosed(1, nodes.size())
                .mapToObj(Loopback::ofHost)
                .toList();
        var chosen = port == 0 ? Loopback.portFreeOnAll(addresses, new FreePorts(new Random())) : port;
        for (var index = 0; index < nodes.size(); index++) {
            var listen = new InetSocketAddress(addresses.get(index), chosen);
            routes.open(nodes.get(index).name() + DOMAIN, nodes.get(index), listen);
        }
    }
}
