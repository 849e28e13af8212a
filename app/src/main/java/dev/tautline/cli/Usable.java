package dev.tautline.cli;

import dev.tautline.config.TautFileUnusable;
import dev.tautline.watch.WatchFileUnusable;
import java.util.function.Supplier;

/// A file of ours that cannot be used is a mistake of whoever wrote it, not a defect of the program.
final class Usable {
    private Usable() {}

    /// What `reading` reads.
    ///
    /// @throws UsageException with all that is wrong
    static <T> T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (TautFileUnusable unusable) {
            throw new UsageException(String.valueOf(unusable.getMessage()));
        }
    }

    /// The same of what `taut watch` reads.
    static <T> T watched(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (WatchFileUnusable unusable) {
            throw new UsageException(String.valueOf(unusable.getMessage()));
        }
    }
}
