package dev.tautline.cli;

import dev.tautline.targets.Surroundings;
import dev.tautline.watch.WatchConfig;
import dev.tautline.watch.WatchFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/// The guard's file, read as often as wanted.
record GuardReading(Path file, Surroundings around, Clock clock, Consumer<String> warnings) {
    /// @throws dev.tautline.watch.WatchFileUnusable with all that is wrong
    WatchConfig read() {
        return WatchFile.read(file, around, clock, warnings);
    }
}
