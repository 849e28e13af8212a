package dev.tautline.bench;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// How long `taut probe` takes as a whole process, and how long 500 targets take side by side, with and without some
/// that never answer. The first argument is the launcher `taut`; rows are printed as Markdown. One real server stands
/// for all targets.
public final class ProbeBenchmark {
    private static final int RUNS = 9;
    private static final int TARGETS = 500;
    private static final int SILENT = 50;
    private static final long DEADLINE_SECONDS = 60;
    private static final String PASSWORD = "benchmark";

    private final Path taut;
    private final Cluster cluster;
    private final PrintStream out;

    private ProbeBenchmark(Path taut, Cluster cluster, PrintStream out) {
        this.taut = taut;
        this.cluster = cluster;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var cluster =
                Cluster.builder().setting("max_connections", TARGETS + SILENT).start()) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            cluster.primary().execute("CREATE DATABASE shop");
            new ProbeBenchmark(Path.of(arguments[0]).toAbsolutePath(), cluster, System.out).run();
        }
    }

    private interface Measured {
        void once() throws IOException, InterruptedException;
    }

    private void run() throws IOException, InterruptedException {
        out.println("| probed | median | fastest | slowest |");
        out.println("|---|---|---|---|");
        measure("one healthy server, whole process", this::process);
        measure("%d healthy targets side by side".formatted(TARGETS), () -> sideBySide(0, healthy()));
        try (var silent = SilentAddress.open(new InetSocketAddress("127.0.0.9", 0))) {
            measure(
                    "%d targets, %d of them silent for %d s"
                            .formatted(TARGETS, SILENT, StepTimeouts.DEFAULT.toSeconds()),
                    () -> sideBySide(SILENT, silent.address()));
        }
    }

    private void measure(String what, Measured measured) throws IOException, InterruptedException {
        measured.once();
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            measured.once();
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        seconds.sort(null);
        out.printf(
                "| %s | %.2f s | %.2f s | %.2f s |%n",
                what, seconds.get(RUNS / 2), seconds.getFirst(), seconds.getLast());
    }

    private void process() throws IOException, InterruptedException {
        var url = "jdbc:postgresql://127.0.0.1:%d/shop?user=app"
                .formatted(healthy().getPort());
        var builder = new ProcessBuilder(taut.toString(), "probe", url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PGPASSWORD", PASSWORD);
        var process = builder.start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("taut probe took longer than " + DEADLINE_SECONDS + " s, or failed");
        }
    }

    private void sideBySide(int silent, InetSocketAddress silentAddress) throws InterruptedException {
        var targets = IntStream.range(0, TARGETS)
                .mapToObj(i -> target("db-" + i, i < silent ? silentAddress : healthy()))
                .toList();
        var results = new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10))
                .all(targets, _ -> {});
        long clean = results.stream().filter(TargetResult::isClean).count();
        if (clean != TARGETS - silent) {
            throw new IllegalStateException(clean + " targets passed, expected " + (TARGETS - silent));
        }
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
