package dev.tautline.probe;

import java.util.concurrent.TimeoutException;

/// The peer has taken up what was asked of it and says nothing more, and it is known what it was asked.
final class FellSilent extends TimeoutException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    FellSilent(FailureKind kind, String words) {
        super(words);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }

    /// The same without asking any further.
    StepFailed asFailure() {
        return new StepFailed(kind, "ETIMEDOUT", String.valueOf(getMessage()));
    }
}
