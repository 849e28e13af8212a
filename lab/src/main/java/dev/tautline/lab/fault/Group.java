package dev.tautline.lab.fault;

/// What a fault breaks. Each group has a package of its own, from which a fault has its group.
public enum Group {
    /// The way between clients and servers.
    PATH,
    /// What names stand for.
    NAME,
    /// One server.
    SERVER,
    /// How servers stand to each other.
    CLUSTER,
    /// The application and its settings.
    CLIENT,
    /// A pooler between clients and server.
    POOLER,
    /// Nothing: what looks like a fault of the database and is none.
    CONTROL
}
