package dev.tautline.stage;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// A JVM of the stage. It ends when closed, when this process ends, and when this process is killed. Thread-safe.
public final class ChildProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final String name;
    private final Process process;
    private final LogTail log;
    private final Thread shutdownHook;
    private volatile boolean closed;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = new LogTail(log);
        this.shutdownHook = new Thread(process::destroy, "tautline-stop-" + name);
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /// Starts the program and waits until its health page answers 200. When it does not, nothing is left running.
    static ChildProcess start(Launch launch, ProcessStarter starter) {
        var child = new ChildProcess(launch.name(), starter.start(launch), launch.log());
        try {
            var health = launch.health();
            if (health != null) {
                child.awaitReady(health, Deadline.in(launch.startTimeout()));
            }
            return child;
        } catch (RuntimeException failure) {
            child.close();
            throw failure;
        }
    }

    /// Runs a program that ends by itself.
    static void run(Launch launch, ProcessStarter starter) {
        try (var child = start(launch, starter)) {
            Deadline.in(launch.startTimeout()).await(child + " to end", () -> !child.isAlive(), child.log::text);
            if (child.process.exitValue() != 0) {
                throw child.ended();
            }
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Whether it ended without having been told to.
    public boolean endedByItself() {
        return !closed && !process.isAlive();
    }

    /// The last lines of its output, for messages.
    public String lastLogLines() {
        return log.text();
    }

    /// Ends it at once, as a crash would (SIGKILL), and waits until it is gone.
    public void kill() {
        process.destroyForcibly();
        Deadline.in(KILL_TIMEOUT).await(this + " to be gone", () -> !isAlive());
    }

    /// Stops it gently (SIGTERM), waits up to 15 s, then kills it.
    @Override
    public void close() {
        closed = true;
        process.destroy();
        if (!endsWithin(STOP_TIMEOUT)) {
            process.destroyForcibly();
            endsWithin(KILL_TIMEOUT);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: stopping twice is harmless.
        }
    }

    @Override
    public String toString() {
        return "%s (process %d)".formatted(name, pid());
    }

    private void awaitReady(URI health, Deadline deadline) {
        try (var client = HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build()) {
            deadline.await(
                    "%s to answer at %s".formatted(this, health),
                    () -> !isAlive() || answersOk(client, health),
                    log::text);
        }
        if (!isAlive()) {
            throw ended();
        }
    }

    private static boolean answersOk(HttpClient client, URI health) {
        try {
            var request = HttpRequest.newBuilder(health).timeout(PROBE_TIMEOUT).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StageFailed ended() {
        return new StageFailed("%s ended with exit code %d.%n%s".formatted(this, process.exitValue(), log.text()));
    }

    private boolean endsWithin(Duration timeout) {
        try {
            return process.waitFor(timeout);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
