package dev.tautline.control;

/// The guard answered, and does not do it. The message is the guard's own.
public final class GuardRefuses extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    GuardRefuses(String message, int status) {
        super(message);
        this.status = status;
    }

    /// The HTTP status of its answer.
    public int status() {
        return status;
    }
}
