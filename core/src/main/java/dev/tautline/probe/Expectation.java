package dev.tautline.probe;

import java.util.Locale;

/// The role that a server must have for the ladder to pass.
public enum Expectation {
    ANY,
    PRIMARY,
    STANDBY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
