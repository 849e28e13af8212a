package dev.tautline.scoring;

/// A watcher sent what is not a page. The message says what is wrong and what is allowed.
public final class PageUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageUnreadable(String message) {
        super(message);
    }
}
