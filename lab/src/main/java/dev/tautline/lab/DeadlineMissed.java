package dev.tautline.lab;

/// Something awaited did not happen in time. The message says what was awaited, for how long, and what was
/// seen last.
public final class DeadlineMissed extends LabException {
    private static final long serialVersionUID = 1L;

    DeadlineMissed(String message) {
        super(message, null);
    }
}
