package dev.tautline.revision;

/// A revision that cannot be had. The message says what was asked for, what is wrong, and what would be valid.
public final class RevisionUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RevisionUnusable(String message) {
        super(message);
    }
}
