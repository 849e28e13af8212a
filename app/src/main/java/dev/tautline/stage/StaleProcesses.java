package dev.tautline.stage;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Processes that a killed run left behind. Ours is only what proves it: a program with an option that names this very
/// stage directory or a file in it, or a PostgreSQL server that works inside of it. Ask only while holding the
/// directory's lock.
record StaleProcesses(Path directory) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// An argument that a JVM ignores and `/proc` shows.
    static String marker(Path directory) {
        return "-Dtautline.stage=" + directory;
    }

    void endPrograms() {
        end(this::isOurProgram);
    }

    /// Only before the data are deleted: it does not let the servers end in order.
    void endServers() {
        end(this::isOurServer);
    }

    private void end(Predicate<ProcessHandle> ours) {
        List<ProcessHandle> stale = ProcessHandle.allProcesses().filter(ours).toList();
        stale.forEach(ProcessHandle::destroyForcibly);
        Deadline.in(TIMEOUT)
                .await(
                        "processes %s of an earlier run to end"
                                .formatted(
                                        stale.stream().map(ProcessHandle::pid).toList()),
                        () -> stale.stream().noneMatch(ProcessHandle::isAlive));
    }

    private boolean isOurProgram(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.stream(arguments).anyMatch(this::namesUs))
                .isPresent();
    }

    private boolean namesUs(String argument) {
        return argument.equals(marker(directory))
                || (argument.startsWith("--") && argument.contains("=" + directory + "/"));
    }

    private boolean isOurServer(ProcessHandle process) {
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        if (program.filter(name -> name.toString().equals("postgres")).isEmpty()) {
            return false;
        }
        try {
            var workingDirectory = Path.of("/proc/%d/cwd".formatted(process.pid()));
            return Files.readSymbolicLink(workingDirectory).startsWith(directory);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
