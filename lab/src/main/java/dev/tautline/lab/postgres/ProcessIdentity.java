package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One process of one boot. A pid alone is reused; with its start time in clock ticks and the boot's id it
/// is unique.
record ProcessIdentity(long pid, long startTicks, String bootId) {
    // proc(5): field 22 of /proc/PID/stat; the fields after the command's ')' begin with field 3, the state.
    private static final int STATE = 0;
    private static final int START_TICKS = 22 - 3;

    static ProcessIdentity ofSelf() {
        var self = ProcessHandle.current().pid();
        return of(self).orElseThrow(() -> new ClusterFailed("Cannot read /proc/%d/stat".formatted(self)));
    }

    /// Empty when there is no such process or it is a zombie.
    static Optional<ProcessIdentity> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (fields[STATE].equals("Z")) {
                return Optional.empty();
            }
            var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START_TICKS]), boot.strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static Optional<ProcessIdentity> parse(String text) {
        var parts = text.strip().split(" ", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,10}") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    String text() {
        return "%d %d %s".formatted(pid, startTicks, bootId);
    }
}
