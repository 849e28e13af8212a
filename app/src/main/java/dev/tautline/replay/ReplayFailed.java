package dev.tautline.replay;

/// A replay that could not be carried through; says what was waited for or what broke. Its verdict would mean nothing.
public final class ReplayFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFailed(String message) {
        super(message);
    }
}
