package dev.tautline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command that is run as a process and measured by GNU time, which sees what the launcher becomes.
record MeasuredProcess(List<String> command, Map<String, String> environment) {
    private static final long DEADLINE_SECONDS = 600;

    /// What `taut` answers when it works: 0 clean, 1 findings.
    private static final int WORST_EXIT_CODE = 1;

    /// @param processorSeconds user and system time together
    record Run(double seconds, double processorSeconds, long residentKib) {}

    static MeasuredProcess of(List<String> command, Map<String, String> environment) {
        return new MeasuredProcess(List.copyOf(command), Map.copyOf(environment));
    }

    Run run() throws IOException, InterruptedException {
        var report = Files.createTempFile("measured-process", ".txt");
        var timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%U %S %M", "-o", report.toString()));
        timed.addAll(command);
        var builder = new ProcessBuilder(timed)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var start = System.nanoTime();
        var process = builder.start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            throw new IOException(command + " took longer than " + DEADLINE_SECONDS + " s");
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > WORST_EXIT_CODE) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        // Another exit code than 0 puts a line of its own before the figures.
        var figures = Files.readAllLines(report).getLast().split(" ", -1);
        Files.delete(report);
        return new Run(
                seconds, Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]), Long.parseLong(figures[2]));
    }
}
