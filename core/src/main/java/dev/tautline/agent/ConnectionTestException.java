package dev.tautline.agent;

/// The database could not be reached when the application started, and the application was told to stop in that case.
public final class ConnectionTestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FailedConnect failure;

    ConnectionTestException(FailedConnect failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    public FailedConnect failure() {
        return failure;
    }
}
