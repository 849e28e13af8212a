package dev.tautline.alert;

/// What becomes of an incident that people are told of, and what else a receiver is sent.
public enum Transition {
    OPENED,
    NAMED,
    REVISED,
    /// It hits more than was known.
    WORSENED,
    /// It was over, and is back.
    REOPENED,
    /// Nobody has taken it in time: the next team that the diagnosis names is told.
    ESCALATED,
    /// It is open still.
    REPEATED,
    ACKNOWLEDGED,
    /// Somebody says that users are out of it.
    MITIGATED,
    RESOLVED,
    /// Several messages in one, because there are many at once.
    DIGEST,
    /// The guard lives.
    HEARTBEAT,
    /// A person tries the channel.
    TEST
}
