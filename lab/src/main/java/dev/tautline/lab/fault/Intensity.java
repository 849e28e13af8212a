package dev.tautline.lab.fault;

/// How hard a fault strikes.
public enum Intensity {
    MILD,
    USUAL,
    SEVERE
}
