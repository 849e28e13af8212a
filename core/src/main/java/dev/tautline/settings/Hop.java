package dev.tautline.settings;

/// Something between clients and servers that has settings of its own.
public record Hop(String name, Kind kind, Settings settings) {
    /// What it does with a connection.
    public enum Kind {
        /// Shares server sessions among clients.
        POOLER,
        /// Forwards bytes or requests to one server.
        PROXY,
        /// Spreads connections over several servers.
        BALANCER
    }
}
