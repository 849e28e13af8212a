package dev.tautline.control;

/// The guard does not answer. The message says which.
public final class GuardUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuardUnreachable(String message) {
        super(message);
    }
}
