package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// Whoever watches the cluster, on routes of its own.
public interface Monitor {
    /// Cuts the watcher off; the application's routes are well.
    Injection cutOff();
}
