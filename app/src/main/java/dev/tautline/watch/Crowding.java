package dev.tautline.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How many tasks want each processor of this machine. What the guard times on a crowded machine, a server beside it
/// included, takes so much longer without anything being wrong with the server.
@FunctionalInterface
interface Crowding {
    /// Above this a silence has lasted long enough to be one, whatever the crowd.
    double MOST = 6;

    /// Fewer tasks than this wait too briefly to be taken for a silence or for a lost packet.
    double CROWDED = 2;

    Pattern RUNNABLE = Pattern.compile(" (?<runnable>\\d{1,6})/\\d+ ");

    /// From 1 (nobody waits) to [#MOST].
    double tasksPerProcessor();

    /// By `/proc/loadavg`, whose fourth field tells the tasks that run or want to right now (proc_loadavg(5)); 1 where
    /// there is no such file.
    static Crowding ofThisMachine() {
        return in(Path.of("/proc/loadavg"), Runtime.getRuntime().availableProcessors());
    }

    static Crowding in(Path loadavg, int processors) {
        return () -> {
            try {
                var field = RUNNABLE.matcher(Files.readString(loadavg));
                return field.find()
                        ? Math.clamp(Integer.parseInt(field.group("runnable")) / (double) processors, 1, MOST)
                        : 1;
            } catch (IOException _) {
                return 1;
            }
        };
    }
}
