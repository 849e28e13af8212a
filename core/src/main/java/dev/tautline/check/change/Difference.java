package dev.tautline.check.change;

import dev.tautline.settings.Origin;

/// One setting that changed: before and after, as far as each is known, and where each comes from. Holds no secret.
public record Difference(String name, Told before, Told after) {
    /// A value in words and its origin.
    public record Told(String value, Origin origin) {
        @Override
        public String toString() {
            return value + " (" + origin + ")";
        }
    }
}
