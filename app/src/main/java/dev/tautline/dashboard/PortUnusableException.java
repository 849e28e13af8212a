package dev.tautline.dashboard;

/// The port cannot be served: another process has it, or this user may not. The message names both as far as they are
/// known, and what to do.
public final class PortUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
