package dev.tautline.store.web;

/// What was asked for does not exist: answered 404. Never thrown because a database did not answer.
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super("There is no such " + what + " here.");
    }
}
