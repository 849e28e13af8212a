package dev.tautline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What figures depend on, in words: the day, the commit, processor, cores and JDK.
final class Machine {
    private Machine() {}

    static String words(Path repository) throws IOException, InterruptedException {
        return "%s (UTC), commit %s, %s, %d cores, Java %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        commit(repository),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }

    private static String commit(Path repository) throws IOException, InterruptedException {
        var process = new ProcessBuilder("git", "-C", repository.toString(), "describe", "--always", "--dirty")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? words.strip() : "unknown";
    }

    private static String processor() throws IOException {
        var cpuinfo = Path.of("/proc/cpuinfo");
        if (!Files.exists(cpuinfo)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
