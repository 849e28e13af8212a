package dev.tautline.probe;

import java.util.concurrent.TimeoutException;

/// The peer has taken up what was asked of it and says nothing more, and it is known what it was asked.
final class FellSilent extends TimeoutException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final boolean isPooler;

    FellSilent(FailureKind kind, String words) {
        this(kind, words, false);
    }

    /// @param isPooler how far it got shows that a pooler answers
    FellSilent(FailureKind kind, String words, boolean isPooler) {
        super(words);
        this.kind = kind;
        this.isPooler = isPooler;
    }

    boolean isPooler() {
        return isPooler;
    }

    FailureKind kind() {
        return kind;
    }

    /// The same without asking any further.
    StepFailed asFailure() {
        return new StepFailed(kind, "ETIMEDOUT", String.valueOf(getMessage()));
    }
}
