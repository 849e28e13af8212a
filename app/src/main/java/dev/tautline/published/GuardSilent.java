package dev.tautline.published;

import org.jspecify.annotations.Nullable;

/// The guard did not answer, or not as a guard does.
public final class GuardSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuardSilent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
