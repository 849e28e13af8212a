package dev.tautline.alert;

/// What becomes of an incident that people are told of.
public enum Transition {
    OPENED,
    NAMED,
    REVISED,
    RESOLVED
}
