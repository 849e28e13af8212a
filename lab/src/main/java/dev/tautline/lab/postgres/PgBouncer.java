package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A running PgBouncer in front of a node, from the machine's own package. Closing it leaves nothing behind.
/// Thread-safe.
public final class PgBouncer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final Process process;
    private final ServerLog log;
    private final InetSocketAddress address;

    private PgBouncer(Path directory, Process process, ServerLog log, InetSocketAddress address) {
        this.directory = directory;
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /// The program, where a package of the operating system would put it.
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// In front of a node, with any user and database of it, until told otherwise.
    public static PgBouncerBuilder before(Node node) {
        return new PgBouncerBuilder(node);
    }

    static PgBouncer start(Path directory, Path program, InetSocketAddress address) {
        var log = new ServerLog(directory.resolve("pgbouncer.log"));
        var account = Account.forServers();
        account.own(directory);
        var command = account.command(
                List.of(program.toString(), directory.resolve("pgbouncer.ini").toString()));
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            var started = new PgBouncer(directory, process, log, address);
            started.awaitListening();
            return started;
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot start %s: %s".formatted(program, failure), failure);
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /// No client gets a server connection (PAUSE) until the injection is closed (RESUME).
    public Injection paused() {
        Signal.USR1.send(process.pid());
        return Injection.healedBy(() -> Signal.USR2.send(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        new FileTree(directory).delete();
    }

    /// It says so itself: a connection made to find out would count as a client.
    private void awaitListening() {
        var deadline = Deadline.in(PATIENCE);
        try {
            deadline.await("PgBouncer to listen on " + address, () -> !process.isAlive() || saysUp(), log::tail);
            if (!process.isAlive()) {
                throw new ClusterFailed(
                        "PgBouncer ended with exit code %d. %s".formatted(process.exitValue(), log.tail()));
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private boolean saysUp() {
        return log.lastLines(10).stream().anyMatch(line -> line.contains("process up"));
    }
}
