package dev.tautline.settings;

/// The connection pool that a client uses.
public enum Pool {
    HIKARICP,
    /// Opens connections one by one, as a migration does.
    NONE,
    /// A pool whose settings are not read yet.
    OTHER
}
