package dev.tautline.bench;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.ServerTls;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// A healthy ladder beside what an application does: the driver's own connect and one `SELECT 1`, both over
/// TLS with scram-sha-256 on loopback, taken in turns in one run. Rows are printed as Markdown.
public final class LadderBenchmark {
    private static final int WARM_UP = 300;
    private static final int PAIRS = 500;
    private static final String PASSWORD = "Anchor-chain-9";

    private final Node node;
    private final ProbeTarget target;
    private final Ladder ladder =
            new Ladder(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system());

    private final Map<Step, double[]> took = new EnumMap<>(Step.class);

    private LadderBenchmark(Node node) {
        this.node = node;
        this.target = ProbeTarget.of("127.0.0.1", node.address().getPort(), "postgres", "app")
                .withPassword(Secret.of(PASSWORD))
                .withSslMode(SslMode.REQUIRE);
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("ladder-benchmark");
        var certificate = TestCertificate.create(folder, "db.test", "-1d", 90);
        try (var cluster = Cluster.builder().start();
                var tls = new ServerTls(cluster.primary(), certificate.certificate(), certificate.key())) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            new LadderBenchmark(cluster.primary()).run(System.out);
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private void run(PrintStream out) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            climb();
            connect();
        }
        var ladders = new double[PAIRS];
        var connects = new double[PAIRS];
        var ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int pair = i;
            ladders[i] = millis(() -> note(pair, climb()));
            connects[i] = millis(this::connect);
            ratios[i] = ladders[i] / connects[i];
        }
        out.println("| over TLS with scram-sha-256 | median | fastest | slowest |");
        out.println("|---|---|---|---|");
        row(out, "the whole ladder", ladders, " ms");
        row(out, "the driver alone: connect, `SELECT 1`, close", connects, " ms");
        row(out, "ladder / driver, pair by pair", ratios, " ×");
        for (var step : Step.values()) {
            if (took.containsKey(step)) {
                row(out, "of it: " + step.name().toLowerCase(Locale.ROOT), took.get(step), " ms");
            }
        }
    }

    private void note(int pair, LadderResult result) {
        for (var step : result.steps()) {
            if (step instanceof Passed passed) {
                took.computeIfAbsent(step.step(), _ -> new double[PAIRS])[pair] =
                        passed.took().toNanos() / 1e6;
            }
        }
    }

    private LadderResult climb() {
        var result = ladder.climb(target, Deadline.after(Duration.ofSeconds(10)));
        if (!result.passed()) {
            throw new IllegalStateException(result.failure().orElseThrow().toString());
        }
        return result;
    }

    private void connect() throws Exception {
        var properties = new Properties();
        properties.setProperty("user", target.user());
        properties.setProperty("password", PASSWORD);
        properties.setProperty("sslmode", "require");
        try (var connection = DriverManager.getConnection(node.jdbcUrl("postgres"), properties);
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private static double millis(Attempt attempt) throws Exception {
        long begin = System.nanoTime();
        attempt.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void row(PrintStream out, String what, double[] values, String unit) {
        Arrays.sort(values);
        out.printf(
                "| %s | %.2f%s | %.2f%s | %.2f%s |%n",
                what, values[PAIRS / 2], unit, values[0], unit, values[PAIRS - 1], unit);
    }
}
