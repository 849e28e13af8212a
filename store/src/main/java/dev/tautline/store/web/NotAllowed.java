package dev.tautline.store.web;

/// Somebody may not do that: answered 403. The message is a key of the bundle.
public final class NotAllowed extends RuntimeException {
    public NotAllowed(String key) {
        super(key);
    }
}
