package dev.tautline.alert;

import org.jspecify.annotations.Nullable;

/// Hears how receivers fare.
public interface Failing {
    /// It has taken nothing for long, or takes messages again.
    ///
    /// @param why null when it does
    void receiver(String name, @Nullable String why);
}
