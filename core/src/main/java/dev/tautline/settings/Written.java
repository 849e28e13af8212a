package dev.tautline.settings;

import java.util.List;
import java.util.Locale;

/// One value as it is written: the key as written, the text after placeholders were resolved, and the names of those
/// that
/// could not be. Prints no secret.
public record Written(String key, String text, Origin origin, List<String> unresolved) {
    private static final List<String> SECRET_WORDS = List.of("passw", "passphrase", "secret", "credential", "conninfo");

    public Written {
        unresolved = List.copyOf(unresolved);
    }

    public static Written of(String key, String text, Origin origin) {
        return new Written(key, text, origin, List.of());
    }

    public boolean isResolved() {
        return unresolved.isEmpty();
    }

    /// Whether a value under this key must not be shown.
    public static boolean namesSecret(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    /// The text fit to be shown: masked if it is, or contains, a secret.
    public String shown() {
        return namesSecret(key) || origin.isOfSecret() ? Secret.MASK : JdbcUrl.mask(text);
    }

    @Override
    public String toString() {
        return key + "=" + shown() + " at " + origin;
    }
}
