package dev.tautline.targets;

/// One expectation that a server does not meet, or of which it does not tell enough.
///
/// @param what the expectation's key in `taut.yaml`, such as `settings.max_connections`
public record Unmet(String what, String expected, String found) {
    @Override
    public String toString() {
        return what + ": expected " + expected + ", found " + found;
    }
}
