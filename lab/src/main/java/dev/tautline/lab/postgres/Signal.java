package dev.tautline.lab.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A POSIX signal. Sent with the shell's own `kill`, since the JDK knows only TERM and KILL and a `kill`
/// program may be absent.
enum Signal {
    HUP,
    INT,
    QUIT,
    TERM,
    KILL,
    USR1,
    USR2,
    STOP,
    CONT;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Tells whether the signal was delivered; false when the process is gone or not ours.
    boolean send(long pid) {
        try {
            var command = List.of("/bin/sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", name(), Long.toString(pid));
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(TIMEOUT)) {
                process.destroyForcibly();
                throw new ClusterFailed("kill -s %s %d did not end within %s".formatted(name(), pid, TIMEOUT));
            }
            return process.exitValue() == 0;
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot send %s to process %d: %s".formatted(name(), pid, failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterFailed("Interrupted while sending %s to process %d".formatted(name(), pid), interrupted);
        }
    }
}
