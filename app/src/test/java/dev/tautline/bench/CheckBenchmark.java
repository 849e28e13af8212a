package dev.tautline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long `taut check` takes as a whole process, and how much memory, on the store's folder and on
/// generated repositories of growing size. The first argument is the launcher `taut`; rows are printed as
/// Markdown.
///
/// The heap of the runs on generated repositories is bounded by 128 MB, so that the whole process stays
/// within what a small CI machine has to spare; the resident size that Linux reports is printed beside the
/// time.
public final class CheckBenchmark {
    private static final int RUNS = 9;
    private static final long SEED = 2026;
    private static final long DEADLINE_SECONDS = 120;
    private static final List<Integer> SIZES = List.of(1_000, 2_000, 5_000, 10_000);

    private final Path taut;
    private final PrintStream out;

    private CheckBenchmark(Path taut, PrintStream out) {
        this.taut = taut;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new CheckBenchmark(Path.of(arguments[0]).toAbsolutePath(), System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println("| reviewed | median | fastest | slowest | resident |");
        out.println("|---|---|---|---|---|");
        measure("the store's folder", taut.resolveSibling("store"), "");
        for (int size : SIZES) {
            var folder = Files.createTempDirectory("check-benchmark");
            new GeneratedRepository(folder, SEED).write(size);
            measure("%,d generated files".formatted(size), folder, "-Xmx128m");
            delete(folder);
        }
    }

    private void measure(String what, Path folder, String options) throws IOException, InterruptedException {
        once(folder, options);
        var runs = new ArrayList<Run>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(once(folder, options));
        }
        var seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        var resident = runs.stream().mapToLong(Run::residentKib).max().orElseThrow();
        out.printf(
                "| %s | %.2f s | %.2f s | %.2f s | %d MB |%n",
                what, seconds[RUNS / 2], seconds[0], seconds[RUNS - 1], resident / 1024);
    }

    private record Run(double seconds, long residentKib) {}

    /// GNU time reports the resident size of the process that the launcher becomes.
    private Run once(Path folder, String options) throws IOException, InterruptedException {
        var report = Files.createTempFile("check-benchmark", ".txt");
        var builder = new ProcessBuilder(
                        "/usr/bin/time",
                        "-f",
                        "%M",
                        "-o",
                        report.toString(),
                        taut.toString(),
                        "check",
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TAUT_JAVA_OPTS", options);
        var start = System.nanoTime();
        var process = builder.start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("taut check " + folder + " took longer than " + DEADLINE_SECONDS + " s");
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IOException("taut check " + folder + " ended with " + process.exitValue());
        }
        var lines = Files.readAllLines(report);
        Files.delete(report);
        return new Run(seconds, Long.parseLong(lines.getLast()));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
