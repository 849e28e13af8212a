package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/// One life of a server: from a started process to its exit. Confined to its [Node], which serialises the
/// calls.
final class Postmaster {
    private static final Duration LAST_RESORT = Duration.ofSeconds(5);

    private final String node;
    private final Process process;
    private final ServerLog log;
    private final Set<Long> frozen = new LinkedHashSet<>();

    Postmaster(String node, Process process, ServerLog log) {
        this.node = node;
        this.process = process;
        this.log = log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitReady(PidFile pidFile, Deadline deadline) {
        deadline.await(node + " to accept connections", () -> !isAlive() || pidFile.saysReady(pid()), log::tail);
        if (!isAlive()) {
            throw new ClusterFailed(
                    "%s ended with exit code %d while starting. %s".formatted(node, process.exitValue(), log.tail()));
        }
    }

    void signal(Signal signal) {
        signal.send(pid());
    }

    void stop(StopMode mode, Deadline deadline) {
        thaw();
        signal(mode.signal());
        deadline.await("%s to stop (%s)".formatted(node, mode), () -> !isAlive(), log::tail);
    }

    /// Stops whatever it takes: the mode, then IMMEDIATE, then KILL.
    void end(StopMode mode, Duration timeout) {
        thaw();
        signal(mode.signal());
        if (!isGoneWithin(timeout)) {
            signal(Signal.QUIT);
            if (!isGoneWithin(LAST_RESORT)) {
                process.destroyForcibly();
                isGoneWithin(LAST_RESORT);
            }
        }
    }

    /// Stops the clock of the postmaster and all its children, parents first so that none is forked meanwhile.
    void freeze() {
        var next = new ArrayDeque<ProcessHandle>();
        next.add(process.toHandle());
        for (var handle = next.poll(); handle != null; handle = next.poll()) {
            if (Signal.STOP.send(handle.pid())) {
                frozen.add(handle.pid());
            }
            handle.children().filter(child -> !frozen.contains(child.pid())).forEach(next::add);
        }
    }

    /// Stops the clock of the postmaster alone: its children go on, and nobody forks new ones.
    void freezeAlone() {
        if (Signal.STOP.send(pid())) {
            frozen.add(pid());
        }
    }

    /// Stops the clock of the process that recovers the data, as soon as there is one; false when it was too quick.
    boolean freezeRecovery(Deadline deadline) {
        while (isAlive() && !deadline.isPassed()) {
            var recovery = process.children().filter(Postmaster::recovers).findFirst();
            if (recovery.isPresent() && Signal.STOP.send(recovery.get().pid())) {
                frozen.add(recovery.get().pid());
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /// Ends it and all its children at once, as the kernel's out-of-memory killer or a power cut would.
    void kill(Deadline deadline) {
        var family = process.descendants().toList();
        frozen.clear();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        deadline.await(
                node + " and its children to be gone",
                () -> !isAlive() && family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /// Ends one child at once; false when there is none of that number.
    boolean killChild(long pid) {
        return process.children().filter(child -> child.pid() == pid).anyMatch(ProcessHandle::destroyForcibly);
    }

    /// PostgreSQL shows in its title what a process does (`update_process_title` is on by default).
    private static boolean recovers(ProcessHandle child) {
        try {
            var title = Files.readString(Path.of("/proc/%d/cmdline".formatted(child.pid())));
            return title.contains("startup");
        } catch (IOException gone) {
            return false;
        }
    }

    void thaw() {
        frozen.forEach(Signal.CONT::send);
        frozen.clear();
    }

    private boolean isGoneWithin(Duration timeout) {
        try {
            return process.waitFor(timeout);
        } catch (InterruptedException interrupted) {
            // Closing must end the server even when the closing thread was told to hurry.
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
