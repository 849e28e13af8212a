package dev.tautline.bench;

import dev.tautline.bench.MeasuredProcess.Run;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.proxy.SilentAddress;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.targets.Expectations;
import dev.tautline.targets.Probing;
import dev.tautline.targets.Target;
import dev.tautline.targets.TargetResult;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long `taut probe` takes as a whole process beside the start of a bare JVM, and how long 500 targets take side by
/// side, with and without some that never answer, beside as many bare connections one after the other. One real server
/// with `max_connections` as it comes stands for all targets. Prints the whole section of
/// `docs/reference/benchmarks.md`; says which targets failed, and why, when any of the healthy ones does.
public final class ProbeBenchmark {
    private static final String COMMAND =
            "java -cp app/target/taut.jar" + " app/src/test/java/dev/tautline/bench/ProbeBenchmark.java ./taut";
    private static final int RUNS = 9;
    /// One run of three rows takes three quarters of a minute on two slow processors.
    private static final int RUNS_OF_MANY = 5;
    private static final int TARGETS = 500;
    private static final int SILENT = 50;
    private static final String PASSWORD = "benchmark";

    private final Path taut;
    private final Cluster cluster;
    private final MeasuredProcess bare;
    private final PrintStream out;

    private ProbeBenchmark(Path taut, Cluster cluster, MeasuredProcess bare, PrintStream out) {
        this.taut = taut;
        this.cluster = cluster;
        this.bare = bare;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var taut = Path.of(arguments.length > 0 ? arguments[0] : "taut").toRealPath();
        var folder = Files.createTempDirectory("probe-benchmark");
        try (var cluster = Cluster.builder().start()) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            cluster.primary().execute("CREATE DATABASE shop");
            new ProbeBenchmark(taut, cluster, BareJvm.in(folder), System.out).run();
        } finally {
            Files.deleteIfExists(folder.resolve("Nothing.java"));
            Files.deleteIfExists(folder.resolve("Nothing.class"));
            Files.delete(folder);
        }
    }

    private interface Measured {
        double seconds() throws IOException, InterruptedException, SQLException;
    }

    private void run() throws IOException, InterruptedException, SQLException {
        out.println("## `taut probe` as a whole process and many targets\n");
        out.println("`" + COMMAND + "` on " + Machine.words(taut.resolveSibling(".")) + ". One server: " + RUNS
                + " runs, in turns with an empty `main` on the same JVM with the same options. Many targets: "
                + RUNS_OF_MANY + " runs of each row, in turns with " + TARGETS
                + " times the driver's connect, `SELECT 1`"
                + " and close, one after the other. Client and server share the machine; *silent* targets never answer,"
                + " and cost " + StepTimeouts.DEFAULT.toSeconds() + " s each when probed alone.\n");
        out.println("| probed | median | fastest to slowest | bare | times bare |");
        out.println("|---|---|---|---|---|");
        measure(RUNS, () -> bare.run().seconds(), List.of(new Row("one healthy server, whole process", this::process)));
        try (var silent = SilentAddress.open(new InetSocketAddress("127.0.0.9", 0))) {
            measure(
                    RUNS_OF_MANY,
                    this::connects,
                    List.of(
                            new Row(
                                    "%d healthy targets side by side".formatted(TARGETS),
                                    () -> sideBySide(0, healthy())),
                            new Row(
                                    "%d targets, %d of them silent".formatted(TARGETS, SILENT),
                                    () -> sideBySide(SILENT, silent.address()))));
        }
    }

    private record Row(String what, Measured measured) {}

    /// All in turns, the bare ones first, after one run of each row that does not count.
    private void measure(int runs, Measured bare, List<Row> rows)
            throws IOException, InterruptedException, SQLException {
        var bares = new ArrayList<Double>();
        var seconds = rows.stream().map(_ -> new ArrayList<Double>()).toList();
        for (var row : rows) {
            row.measured().seconds();
        }
        for (int run = 0; run < runs; run++) {
            bares.add(bare.seconds());
            for (int row = 0; row < rows.size(); row++) {
                seconds.get(row).add(rows.get(row).measured().seconds());
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            print(rows.get(row).what(), seconds.get(row), bares);
        }
    }

    private void print(String what, List<Double> seconds, List<Double> bares) {
        seconds.sort(null);
        bares.sort(null);
        double median = seconds.get(seconds.size() / 2);
        double bare = bares.get(bares.size() / 2);
        out.printf(
                "| %s | %.2f s | %.2f–%.2f s | %.2f s | %.1f |%n",
                what, median, seconds.getFirst(), seconds.getLast(), bare, median / bare);
    }

    private double process() throws IOException, InterruptedException {
        var url = "jdbc:postgresql://127.0.0.1:%d/shop?user=app"
                .formatted(healthy().getPort());
        Run run = MeasuredProcess.of(List.of(taut.toString(), "probe", url), Map.of("PGPASSWORD", PASSWORD))
                .run();
        return run.seconds();
    }

    private double connects() throws SQLException {
        long begin = System.nanoTime();
        for (int i = 0; i < TARGETS; i++) {
            var url = cluster.primary().jdbcUrl("shop");
            try (var connection = DriverManager.getConnection(url, "app", PASSWORD);
                    var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private double sideBySide(int silent, InetSocketAddress silentAddress) throws InterruptedException {
        long begin = System.nanoTime();
        var targets = IntStream.range(0, TARGETS)
                .mapToObj(i -> target("db-" + i, i < silent ? silentAddress : healthy()))
                .toList();
        var results = new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10))
                .all(targets, _ -> {});
        var failed = results.stream()
                .skip(silent)
                .filter(result -> !result.isClean())
                .toList();
        if (!failed.isEmpty()) {
            throw new IllegalStateException(
                    failed.size() + " of " + (TARGETS - silent) + " healthy targets failed:\n" + reasons(failed));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String reasons(List<TargetResult> failed) {
        return failed.stream()
                .collect(Collectors.groupingBy(
                        ProbeBenchmark::why,
                        TreeMap::new,
                        Collectors.mapping(result -> result.target().name(), Collectors.joining(" "))))
                .entrySet()
                .stream()
                .map(why -> why.getKey() + "\n  " + why.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String why(TargetResult result) {
        return result.hosts().stream()
                .map(host -> host.ladder().failure())
                .flatMap(Optional::stream)
                .map(step -> step.step() + " " + step.failure().kind().id() + ": "
                        + step.failure().words().replaceAll("\\d+ ms", "… ms"))
                .findFirst()
                .orElse("an expectation was not met");
    }

    private InetSocketAddress healthy() {
        return cluster.primary().address();
    }

    private static Target target(String name, InetSocketAddress address) {
        var host = ProbeTarget.of(address.getAddress().getHostAddress(), address.getPort(), "shop", "app")
                .withPassword(Secret.of(PASSWORD));
        return new Target(name, List.of(host), Expectation.ANY, Expectations.NONE, Optional.empty());
    }
}
