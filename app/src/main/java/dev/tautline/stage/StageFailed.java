package dev.tautline.stage;

import org.jspecify.annotations.Nullable;

/// A part of the stage did not come up or did not do its work; the message ends with its last log lines.
public final class StageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageFailed(String message) {
        this(message, null);
    }

    StageFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
