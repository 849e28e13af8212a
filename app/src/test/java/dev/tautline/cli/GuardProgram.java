package dev.tautline.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `taut watch` as a process of its own, so that it can be killed as the kernel would.
final class GuardProgram implements AutoCloseable {
    private static final Pattern DASHBOARD = Pattern.compile("dashboard at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI dashboard;

    private GuardProgram(Process process, Path output) throws IOException, InterruptedException {
        this.process = process;
        this.output = output;
        this.dashboard = URI.create(waitFor(DASHBOARD).group(1));
    }

    static GuardProgram start(Path tautFile, Map<String, String> environment) throws IOException, InterruptedException {
        var output = Files.createTempFile(tautFile.toAbsolutePath().getParent(), "guard", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                // Whoever runs the tests under nohup has SIGHUP ignored, and a JVM leaves it so.
                "env",
                "--default-signal=HUP",
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tautline.cli.Main",
                "watch",
                "--dashboard-port=0",
                tautFile.toString());
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new GuardProgram(process, output);
    }

    /// The dashboard's answer, as soon as `wanted` is true of it.
    JsonNode api(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < end) {
            try {
                var request = HttpRequest.newBuilder(dashboard.resolve(path)).timeout(Duration.ofSeconds(5));
                last = http.send(request.build(), BodyHandlers.ofString()).body();
                var json = JsonMapper.shared().readTree(last);
                if (wanted.test(json)) {
                    return json;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(path + " did not become what was waited for; last: " + last + "\n" + said());
    }

    void awaitSaid(Pattern pattern) throws IOException, InterruptedException {
        waitFor(pattern);
    }

    private Matcher waitFor(Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var found = pattern.matcher(Files.readString(output));
            if (found.find()) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the guard did not say " + pattern + ": " + Files.readString(output));
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// SIGHUP: the file is to be read again.
    void hangUp() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /// SIGKILL: nothing of the program runs any more.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
