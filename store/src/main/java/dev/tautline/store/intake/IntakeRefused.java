package dev.tautline.store.intake;

/// An order could not be made durable. The message holds nothing of the order.
public final class IntakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeRefused(String message) {
        super(message);
    }

    public IntakeRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
