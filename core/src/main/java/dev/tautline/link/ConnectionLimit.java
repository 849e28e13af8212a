package dev.tautline.link;

import dev.tautline.settings.Origin;

/// The most connections that a server of PostgreSQL grants to one role, or to one database, however many it has
/// room for (PostgreSQL manual, `CREATE ROLE` and `CREATE DATABASE`, "CONNECTION LIMIT"). It does not hold for
/// superusers.
public record ConnectionLimit(Of of, String name, int most, Origin origin) {
    /// What is limited.
    public enum Of {
        ROLE,
        DATABASE
    }
}
