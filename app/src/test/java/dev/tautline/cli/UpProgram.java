package dev.tautline.cli;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.stage.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// `taut up` as a process, on free ports and a directory of its own. Closing it kills it if it still runs.
final class UpProgram implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final String ALL_UP = "Ctrl-C stops all of it.";

    private final Path data;
    private final Map<String, Integer> ports;
    private final Path output;
    private final Process process;

    private UpProgram(Path data, Map<String, Integer> ports, List<String> more) throws IOException {
        this.data = data;
        this.ports = ports;
        this.output = Files.createTempFile(data.resolveSibling(""), "up-", ".txt");
        this.process = new ProcessBuilder(command(more))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static Map<String, Integer> freePorts() {
        var free = new FreePorts(new Random());
        var ports = new TreeMap<String, Integer>();
        var own = InetAddress.getLoopbackAddress();
        for (var option : List.of("--port", "--management-port", "--payment-port", "--dashboard-port")) {
            ports.put(option, free.next(own));
        }
        ports.put("--database-port", free.next(Loopback.ofHost(1)));
        return ports;
    }

    static UpProgram start(Path data, Map<String, Integer> ports, String... more) throws IOException {
        return new UpProgram(data, ports, List.of(more));
    }

    void awaitUp() {
        awaitOutput(ALL_UP);
    }

    /// Waits until it says so, or fails with all that it said.
    void awaitOutput(String text) {
        Deadline.in(START_TIMEOUT)
                .await(
                        "taut up to say '%s'".formatted(text),
                        () -> output().contains(text) || !process.isAlive(),
                        this::output);
        if (!output().contains(text)) {
            throw new AssertionError("taut up ended with %d: %s".formatted(process.exitValue(), output()));
        }
    }

    URI shop(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(ports.get("--port"), path));
    }

    URI dashboard() {
        return URI.create("http://127.0.0.1:%d/".formatted(ports.get("--dashboard-port")));
    }

    /// Sends a signal as `kill` does, and waits for the end.
    int end(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("/bin/sh", "-c", "kill -s %s %d".formatted(signal, process.pid())).start();
        if (kill.waitFor() != 0 || !process.waitFor(STOP_TIMEOUT)) {
            throw new AssertionError(
                    "taut up did not end within %s of SIG%s: %s".formatted(STOP_TIMEOUT, signal, output()));
        }
        return process.exitValue();
    }

    /// Waits for an end that nobody asked for.
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_TIMEOUT)) {
            throw new AssertionError("taut up did not end within %s: %s".formatted(START_TIMEOUT, output()));
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The JVMs that it started, found by the directory that they carry in their arguments.
    List<Long> jvms() {
        var marker = "-Dtautline.stage=" + data;
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(marker))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    /// The PostgreSQL servers that run on its data.
    List<Long> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.stream(arguments)
                                .anyMatch(argument -> argument.startsWith(data.resolve("cluster") + "/")))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(STOP_TIMEOUT)) {
                process.destroyForcibly();
            }
        }
    }

    private List<String> command(List<String> more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--data",
                data.toString()));
        ports.forEach((option, port) -> command.addAll(List.of(option, Integer.toString(port))));
        command.addAll(more);
        return command;
    }
}
