package dev.tautline.lab.postgres;

import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.tls.Authority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a [Cluster] shall be: by default a primary alone, in a temporary directory, started within 60 s.
public final class ClusterBuilder {
    public static final int MOST_STANDBYS = 8;

    private int standbys;
    private final ServerSettings settings = new ServerSettings();
    private String superuser = "postgres";
    private @Nullable Path directory;
    private Duration startTimeout = Duration.ofSeconds(60);
    private ReplicationRoute replicationRoute = ReplicationRoute.DIRECT;
    private Map<String, String> environment = System.getenv();
    private @Nullable Account givenAccount;
    private @Nullable List<String> tlsHosts;
    private Set<Integer> portsLeft = Set.of();

    ClusterBuilder() {}

    /// Streaming standbys, 0 to 8.
    public ClusterBuilder standbys(int count) {
        standbys = count;
        return this;
    }

    /// A server setting for all nodes, in PostgreSQL's own spelling. Defaults: `fsync` on, `pg_stat_statements`
    /// preloaded.
    public ClusterBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public ClusterBuilder setting(String name, long value) {
        settings.put(name, value);
        return this;
    }

    public ClusterBuilder setting(String name, boolean value) {
        settings.put(name, value);
        return this;
    }

    /// A time setting; it is written in whole milliseconds.
    public ClusterBuilder setting(String name, Duration value) {
        settings.put(name, value);
        return this;
    }

    public ClusterBuilder superuser(String name) {
        superuser = name;
        return this;
    }

    /// Keeps the cluster in this directory: a later start on it finds data and standbys again.
    public ClusterBuilder directory(Path kept) {
        directory = kept;
        return this;
    }

    /// For each single wait: a node's start, stop or promotion, a standby's first streaming.
    public ClusterBuilder timeout(Duration each) {
        startTimeout = each;
        return this;
    }

    /// Lets standbys reach the primary through a proxy.
    public ClusterBuilder replicationRoute(ReplicationRoute route) {
        replicationRoute = route;
        return this;
    }

    /// Has all nodes offer TLS, with certificates of an authority that is new at each start. What connects without TLS
    /// still may.
    ///
    /// @param hosts names, one of which may begin with `*.`, and addresses by which clients reach the nodes;
    ///     `localhost` and the loopback addresses are always among them
    public ClusterBuilder tls(String... hosts) {
        tlsHosts = Stream.concat(Stream.of(hosts), Stream.of("localhost", "127.0.0.1", "::1"))
                .toList();
        return this;
    }

    /// Leaves these ports to somebody who starts later.
    public ClusterBuilder leavePorts(Set<Integer> ports) {
        portsLeft = Set.copyOf(ports);
        return this;
    }

    /// Where `XDG_CACHE_HOME` and `HOME` are looked up; by default the process's environment.
    public ClusterBuilder environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    ClusterBuilder runAs(Account account) {
        givenAccount = account;
        return this;
    }

    /// Starts all nodes and waits until the standbys stream. When that fails, nothing is left behind.
    public Cluster start() {
        refuseProblems();
        var account = givenAccount != null ? givenAccount : Account.forServers();
        var binaries = BinariesCache.standard(environment, Account.isRoot())
                .unpacked(Platform.current().archive());
        var place = place();
        var programs = new ServerPrograms(binaries, account);
        try {
            return start(place, programs, account);
        } catch (RuntimeException failure) {
            programs.close();
            place.release();
            throw failure;
        }
    }

    private Cluster start(ClusterDirectory place, ServerPrograms programs, Account account) {
        var credentials = new Credentials(superuser, place.password());
        var hosts = tlsHosts;
        var tls = hosts == null
                ? null
                : new ClusterTls(Authority.create("Tautline Lab Authority", Clock.systemUTC()), hosts);
        if (tls != null) {
            place.writeAuthority(tls.authority().certificate());
        }
        var ports = new FreePorts(new Random(), portsLeft);
        var context = new NodeContext(programs, settings, credentials, ports, startTimeout, tls);
        var cluster = new Cluster(place, programs, new Plan(place, account, nodeNames(place)), context);
        try {
            var start = new ClusterStart(cluster, programs, replicationRoute, startTimeout);
            cluster.replicatesBy(start);
            start.run();
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private ClusterDirectory place() {
        var kept = directory;
        if (kept != null) {
            return ClusterDirectory.kept(kept);
        }
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        new StaleClusters(parent).remove();
        return ClusterDirectory.temporary(parent);
    }

    private List<String> nodeNames(ClusterDirectory place) {
        var surplus = "db-" + (standbys + 2);
        if (Files.exists(place.root().resolve(surplus))) {
            throw new ClusterFailed(
                    "%s holds %s, but only %d standbys are asked for: ask for more or use another directory"
                            .formatted(place.root(), surplus, standbys));
        }
        return IntStream.rangeClosed(1, standbys + 1)
                .mapToObj(number -> "db-" + number)
                .toList();
    }

    private void refuseProblems() {
        var problems = new ArrayList<>(settings.problems());
        if (standbys < 0 || standbys > MOST_STANDBYS) {
            problems.add("standbys %d: allowed are 0 to %d".formatted(standbys, MOST_STANDBYS));
        }
        if (!superuser.matches("[a-z_][a-z0-9_]{0,62}") || superuser.startsWith("pg_")) {
            problems.add("superuser '%s': allowed are a-z, 0-9 and _, not beginning with a digit or pg_"
                    .formatted(superuser));
        }
        if (!startTimeout.isPositive()) {
            problems.add("timeout %s: must be positive".formatted(startTimeout));
        }
        if (!problems.isEmpty()) {
            throw new ClusterFailed("Cannot start this cluster:" + System.lineSeparator()
                    + String.join(System.lineSeparator(), problems));
        }
    }

    /// Which nodes there shall be and where.
    record Plan(ClusterDirectory place, Account account, List<String> nodeNames) {
        DataDirectory directoryOf(String node) {
            return new DataDirectory(place.root().resolve(node), account, place.kept());
        }
    }
}
