package dev.tautline.lab;

import org.jspecify.annotations.Nullable;

/// Root of everything the lab could not do. The message says what, where, and what is allowed or was seen last.
public abstract class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected LabException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
