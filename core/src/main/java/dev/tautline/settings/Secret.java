package dev.tautline.settings;

/// A password or another credential. It never prints itself; only [#reveal] gives the text, and only for connecting.
public final class Secret {
    public static final String MASK = "******";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /// The secret itself. The caller must not put it in a message, a log, an exception or a page.
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
