package dev.tautline.store.web;

/// What was asked for does not exist: answered 404. Never thrown because a database did not answer.
public final class NotFound extends RuntimeException {
    /// @param what such as `shelf`: the message is the key `missing.shelf` of the bundle
    public NotFound(String what) {
        super("missing." + what);
    }
}
