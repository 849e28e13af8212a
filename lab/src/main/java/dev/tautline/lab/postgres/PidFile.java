package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// `postmaster.pid` of a data directory (src/include/utils/pidfile.h): line 1 is the pid, line 8 the status.
record PidFile(Path data) {
    private static final int STATUS_LINE = 7;
    private static final Set<String> UP = Set.of("ready", "standby");

    OptionalLong pid() {
        var lines = lines();
        return lines.isEmpty() || !lines.getFirst().matches("\\d{1,10}")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lines.getFirst()));
    }

    /// Whether the postmaster with this pid has said that it accepts connections, or, as a standby with
    /// hot_standby=off, that it has come as far as it ever will.
    boolean saysReady(long pid) {
        var lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().equals(Long.toString(pid))
                && UP.contains(lines.get(STATUS_LINE).strip());
    }

    /// The postmaster of this data directory, if one lives: proven by its working directory, which a
    /// postmaster never leaves.
    OptionalLong livingPostmaster() {
        var pid = pid();
        if (pid.isEmpty()) {
            return pid;
        }
        try {
            var workingDirectory =
                    Path.of("/proc/%d/cwd".formatted(pid.getAsLong())).toRealPath();
            return workingDirectory.equals(data.toRealPath()) ? pid : OptionalLong.empty();
        } catch (IOException goneOrForeign) {
            return OptionalLong.empty();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException absent) {
            return List.of();
        }
    }
}
