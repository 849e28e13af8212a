package dev.tautline.store.web;

/// The request makes no sense: answered 400. The message is ours, fit for the visitor, and never repeats the input.
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }
}
