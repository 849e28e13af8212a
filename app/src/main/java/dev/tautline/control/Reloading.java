package dev.tautline.control;

/// Reads the guard's file again.
public interface Reloading {
    /// What was read, in one sentence.
    ///
    /// @throws dev.tautline.watch.WatchFileUnusable with all that is wrong; then the old one goes on
    String reload();
}
