package dev.tautline.probe;

/// The rungs of the ladder, in the order in which they are climbed.
public enum Step {
    /// Host name to addresses.
    RESOLVE,
    /// TCP connection to one address.
    CONNECT,
    /// The server's answer to a request for TLS, the handshake, and what `sslmode` demands of the certificate.
    TLS,
    /// From the start-up message to the server's "authenticated": who you are.
    AUTHENTICATE,
    /// From "authenticated" to "ready for query": database, privileges, limits, start-up parameters.
    SESSION,
    /// A query's round trip, the server's version, start time and clock.
    QUERY,
    /// Primary or standby, writable or not, against what is expected.
    ROLE,
    /// Connection slots used and left.
    CAPACITY,
    /// A transaction that writes and rolls back, and how long a commit waits. Only where somebody asks for it.
    WRITE
}
