package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Starts the unpacked programs as the right account, in a clean environment, with their output in a log
/// file. Closing it ends every program that still runs and refuses new ones, so that a close during a start
/// leaves nothing.
final class ServerPrograms implements AutoCloseable {
    private final Binaries binaries;
    private final Account account;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// PostgreSQL 17; older programs refuse the options.
    private static final int BUILTIN_LOCALES_SINCE = 17;

    ServerPrograms(Binaries binaries, Account account) {
        this.binaries = binaries;
        this.account = account;
    }

    /// Runs `initdb` on an empty directory; the password is read from `passwordFile`, which must belong to
    /// the account.
    void initialise(DataDirectory directory, String superuser, Deadline deadline) {
        var data = directory.data();
        var log = directory.log();
        var process = start(initdb(directory, superuser), directory.home(), log);
        try {
            if (!process.waitFor(deadline.left())) {
                end(process);
                throw deadline.missed("initdb on " + data, log.tail());
            }
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            throw new ClusterFailed("Interrupted during initdb on " + data, interrupted);
        }
        if (process.exitValue() != 0) {
            throw new ClusterFailed(
                    "initdb on %s ended with exit code %d. %s".formatted(data, process.exitValue(), log.tail()));
        }
    }

    /// Starts a postmaster; `setsid`, `unshare` and `setpriv` replace themselves, so the process is the
    /// postmaster.
    Process startServer(Path data, ServerLog log) {
        return start(List.of(binaries.postgres(), "-D", data.toString()), data, log);
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(ServerPrograms::end);
    }

    private List<String> initdb(DataDirectory directory, String superuser) {
        var options = new ArrayList<>(List.of(
                binaries.initdb(),
                "--pgdata=" + directory.data(),
                "--username=" + superuser,
                "--pwfile=" + directory.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        if (binaries.majorVersion() >= BUILTIN_LOCALES_SINCE) {
            options.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        if (!directory.kept()) {
            // Nothing outlives the process here, and a synced file can take a millisecond to delete.
            options.add("--no-sync");
        }
        return options;
    }

    private Process start(List<String> program, Path directory, ServerLog log) {
        var builder = new ProcessBuilder(account.command(program))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        try {
            return tracked(builder.start());
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot start %s: %s".formatted(program.getFirst(), failure), failure);
        }
    }

    private Process tracked(Process process) {
        running.removeIf(earlier -> !earlier.isAlive());
        running.add(process);
        if (closed) {
            end(process);
            throw new ClusterFailed("The cluster was closed while it was starting");
        }
        return process;
    }

    private static void end(Process process) {
        var family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
