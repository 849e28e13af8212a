package dev.tautline.probe.evidence;

/// What the server itself knows of the connection, held against what we know: whoever stands in between shows.
///
/// @param words what gave it away
public record Intermediary(Kind kind, String words) implements Evidence {
    /// The ways to a server.
    public enum Kind {
        /// Both ends name the same addresses and the same session.
        NONE,
        /// Addresses or ports differ: translated on the way, by a balancer, a published Service or a proxy of
        /// TCP.
        FORWARDER,
        /// Another session than the server's: somebody else speaks PostgreSQL with us.
        POOLER
    }
}
