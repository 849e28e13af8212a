package dev.tautline.lab.postgres;

/// What a node is: a standby has `standby.signal` in its data directory, a primary has not.
public enum NodeRole {
    PRIMARY,
    STANDBY
}
