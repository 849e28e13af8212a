package dev.tautline.store.web;

/// The request makes no sense: answered 400. The message is a key of the bundle, so it never repeats the input.
public final class BadInput extends RuntimeException {
    private final transient Object[] arguments;

    public BadInput(String key, Object... arguments) {
        super(key);
        this.arguments = arguments.clone();
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
