package dev.tautline.stage;

import org.jspecify.annotations.Nullable;

/// The stage cannot be set up as asked; nothing was started. The message has one line per problem.
public final class StageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageRefused(String message) {
        this(message, null);
    }

    StageRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
