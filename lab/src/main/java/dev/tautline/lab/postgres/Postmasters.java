package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.DeadlineMissed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The servers that a dead owner left running in a cluster's directory. Only a process whose pid stands in a
/// data directory's pid file and whose working directory is that data directory is touched.
final class Postmasters {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<Path> dataDirectories;

    Postmasters(ClusterDirectory directory) {
        this.dataDirectories = directory.dataDirectories();
    }

    void end(StopMode mode) {
        // A frozen server gets no signal but KILL until it is continued.
        signalAll(Signal.CONT);
        signalAll(mode.signal());
        if (!areGone(TIMEOUT)) {
            signalAll(Signal.KILL);
            Deadline.in(TIMEOUT).await("servers left in %s to end".formatted(dataDirectories), this::noneLives);
        }
    }

    private void signalAll(Signal signal) {
        for (var data : dataDirectories) {
            new PidFile(data).livingPostmaster().ifPresent(signal::send);
        }
    }

    private boolean areGone(Duration timeout) {
        var deadline = Deadline.in(timeout);
        try {
            deadline.await("servers to end", this::noneLives);
            return true;
        } catch (DeadlineMissed stillThere) {
            return false;
        }
    }

    private boolean noneLives() {
        return dataDirectories.stream()
                .allMatch(data -> new PidFile(data).livingPostmaster().isEmpty());
    }
}
