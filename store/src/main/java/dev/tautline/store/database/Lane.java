package dev.tautline.store.database;

/// What a request or a job wants the database for, the most urgent first: a customer who pays goes before one who
/// looks, and both before the shop's own work.
public enum Lane {
    BUY,
    BROWSE,
    ADMIN,
    JOBS
}
