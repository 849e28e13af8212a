package dev.tautline.bench;

import dev.tautline.bench.MeasuredProcess.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How long `taut check` takes as a whole process, how much processor time and how much memory, on the store's folder
/// and on generated repositories of growing size. Needs nothing but a JDK and the launcher, and prints the whole
/// section of `docs/reference/benchmarks.md`:
///
/// `java app/src/test/java/dev/tautline/bench/CheckBenchmark.java ./taut`
///
/// Each run is paired with the start of a bare JVM with the launcher's options, for a ratio that says more than seconds
/// of a machine which others use, too. The heap of the runs on generated repositories is bounded by 128 MB, so that the
/// whole process stays within what a small CI machine has to spare.
public final class CheckBenchmark {
    private static final String COMMAND = "java app/src/test/java/dev/tautline/bench/CheckBenchmark.java ./taut";
    private static final int RUNS = 9;
    private static final long SEED = 2026;
    private static final Duration CACHE_DEADLINE = Duration.ofMinutes(5);
    private static final List<Integer> SIZES = List.of(1_000, 2_000, 5_000, 10_000);

    private final Path taut;
    private final MeasuredProcess bare;
    private final PrintStream out;

    private CheckBenchmark(Path taut, MeasuredProcess bare, PrintStream out) {
        this.taut = taut;
        this.bare = bare;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var taut = Path.of(arguments.length > 0 ? arguments[0] : "taut").toRealPath();
        var folder = Files.createTempDirectory("check-benchmark");
        try {
            new CheckBenchmark(taut, BareJvm.in(folder), System.out).run(folder);
        } finally {
            delete(folder);
        }
    }

    private void run(Path folder) throws IOException, InterruptedException {
        awaitCache();
        out.println("## `taut check` as a whole process\n");
        out.println("`" + COMMAND + "` on " + Machine.words(taut.resolveSibling(".")) + ". Each row: " + RUNS
                + " runs, in turns with an empty `main` on the same JVM with the same options (*bare*); processor time is"
                + " user and system together, memory the largest resident size. The generated files are reviewed"
                + " with `-Xmx128m`.\n");
        out.println("| reviewed | median | fastest to slowest | bare | times bare | processor time | memory |");
        out.println("|---|---|---|---|---|---|---|");
        var store = taut.resolveSibling("store");
        measure("the store's folder", store, Map.of());
        measure("the store's folder, without the start-up cache", store, Map.of("TAUT_AOT", "off"));
        for (int size : SIZES) {
            var generated = folder.resolve("files-" + size);
            new GeneratedRepository(generated, SEED).write(size);
            measure("%,d generated files".formatted(size), generated, Map.of("TAUT_JAVA_OPTS", "-Xmx128m"));
            delete(generated);
        }
    }

    /// The launcher builds, and then makes its cache behind the first command: neither belongs into the figures.
    private void awaitCache() throws IOException, InterruptedException {
        var cache = taut.resolveSibling("target").resolve("launcher").resolve("taut.aot");
        MeasuredProcess.of(List.of(taut.toString(), "--version"), Map.of()).run();
        var deadline = Instant.now().plus(CACHE_DEADLINE);
        while (!Files.exists(cache)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("no start-up cache " + cache + " within " + CACHE_DEADLINE.toMinutes() + " min");
            }
            Thread.sleep(200);
        }
    }

    private void measure(String what, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var check = MeasuredProcess.of(List.of(taut.toString(), "check", folder.toString()), environment);
        check.run();
        var runs = new ArrayList<Run>();
        var bares = new ArrayList<Run>();
        for (int i = 0; i < RUNS; i++) {
            bares.add(bare.run());
            runs.add(check.run());
        }
        var median = median(runs, Run::seconds);
        out.printf(
                "| %s | %.2f s | %.2f–%.2f s | %.2f s | %.1f | %.2f s | %d MB |%n",
                what,
                median,
                runs.stream().mapToDouble(Run::seconds).min().orElseThrow(),
                runs.stream().mapToDouble(Run::seconds).max().orElseThrow(),
                median(bares, Run::seconds),
                median / median(bares, Run::seconds),
                median(runs, Run::processorSeconds),
                runs.stream().mapToLong(Run::residentKib).max().orElseThrow() / 1024);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        return runs.stream().mapToDouble(of).sorted().toArray()[runs.size() / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
