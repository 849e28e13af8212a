package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// The load on an application.
public interface Visitors {
    /// As many times the usual rate, above 0, until the answer is closed.
    Injection come(double timesTheUsual);
}
