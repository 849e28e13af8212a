package dev.tautline.probe;

/// How much a climb asks. A canary that climbs each second wants to know whether it gets through, and costs
/// the server as little as can be; a person wants to know all.
///
/// @param details who holds the connection slots, which limits are near
/// @param large whether questions and answers of several packets get through
/// @param write a transaction that writes and rolls back, and how long a commit waits
public record Scope(boolean details, boolean large, boolean write) {
    public static final Scope CANARY = new Scope(false, false, false);
    public static final Scope PROBE = new Scope(true, true, false);

    public Scope withLarge() {
        return new Scope(details, true, write);
    }

    public Scope withoutWrite() {
        return new Scope(details, large, false);
    }

    public Scope withWrite() {
        return new Scope(details, large, true);
    }
}
