package dev.tautline.store.web;

/// Somebody tries too often: answered 429 with the seconds to wait.
public final class TooOften extends RuntimeException {
    private final long seconds;

    public TooOften(long seconds) {
        super("input.too-often");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
