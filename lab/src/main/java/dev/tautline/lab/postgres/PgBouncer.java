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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A running PgBouncer in front of a node, from the machine's own package. Closing it leaves nothing behind.
/// Thread-safe.
public final class PgBouncer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final ServerLog log;
    private final InetSocketAddress address;
    private final Path program;
    private volatile Process process;

    private PgBouncer(Path directory, Path program, Process process, ServerLog log, InetSocketAddress address) {
        this.directory = directory;
        this.program = program;
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
        Account.forServers().own(directory);
        var started = new PgBouncer(directory, program, launch(directory, program, log), log, address);
        try {
            started.awaitListening(0);
            return started;
        } catch (RuntimeException failure) {
            started.close();
            throw failure;
        }
    }

    private static Process launch(Path directory, Path program, ServerLog log) {
        var command = Account.forServers()
                .command(List.of(
                        program.toString(), directory.resolve("pgbouncer.ini").toString()));
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
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

    /// Stops it in its tracks (SIGSTOP): its port accepts, and nobody gets an answer. Closing the answer lets it go on.
    public Injection frozen() {
        Signal.STOP.send(process.pid());
        return Injection.healedBy(() -> Signal.CONT.send(process.pid()));
    }

    /// Kills it (SIGKILL); closing the answer starts it again on the same port.
    public Injection killed() {
        process.destroyForcibly();
        end();
        return Injection.healedBy(this::begin);
    }

    /// Ends it, so that its port refuses; closing the answer starts it again on the same port.
    public Injection stopped() {
        end();
        return Injection.healedBy(this::begin);
    }

    /// Starts it again with one line of its configuration different: what begins with the key is replaced, or the line
    /// is added to the section `pgbouncer`. Closing the answer starts it again as it was.
    public Injection restartedWith(String key, String value) {
        var file = directory.resolve("pgbouncer.ini");
        var former = read(file);
        var kept = former.lines()
                .filter(line -> !line.startsWith(key + " = "))
                .collect(Collectors.joining("\n", "", "\n"));
        var changed = former.lines().anyMatch(line -> line.startsWith(key + " = host="))
                ? kept.replace("[databases]\n", "[databases]\n%s = %s\n".formatted(key, value))
                : kept + "%s = %s\n".formatted(key, value);
        restart(file, changed);
        return Injection.healedBy(() -> restart(file, former));
    }

    private void restart(Path file, String configuration) {
        end();
        try {
            DataDirectory.writePrivately(file, configuration);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write %s: %s".formatted(file, failure), failure);
        }
        Account.forServers().own(directory);
        begin();
    }

    private void begin() {
        long logged = log.size();
        process = launch(directory, program, log);
        awaitListening(logged);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot read %s: %s".formatted(file, failure), failure);
        }
    }

    @Override
    public void close() {
        end();
        new FileTree(directory).delete();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// It says so itself: a connection made to find out would count as a client.
    private void awaitListening(long logged) {
        var current = process;
        Deadline.in(PATIENCE)
                .await("PgBouncer to listen on " + address, () -> !current.isAlive() || saysUp(logged), log::tail);
        if (!current.isAlive()) {
            throw new ClusterFailed("PgBouncer ended with exit code %d. %s".formatted(current.exitValue(), log.tail()));
        }
    }

    private boolean saysUp(long logged) {
        return log.textSince(logged).contains("process up");
    }
}
