package dev.tautline.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One value as it is written: the key as written, the text after placeholders were resolved, and the names of those
/// that could not be. A value that is encrypted is not resolved either. Prints no secret.
public record Written(String key, String text, Origin origin, List<String> unresolved) {
    private static final List<String> SECRET_WORDS = List.of("passw", "passphrase", "secret", "credential", "conninfo");

    /// Settings of servers about passwords, whose values are none.
    private static final Set<String> ABOUT_SECRETS = Set.of(
            "password_encryption",
            "default_password_lifetime",
            "disconnect_on_expired_password",
            "password_history",
            "password_reuse_interval",
            "password_require_current");

    /// How a value begins that is decrypted when the application starts: Jasypt's, Spring Cloud Config's, SOPS's and
    /// Ansible's forms, HashiCorp Vault's transit.
    private static final List<String> ENCRYPTED = List.of("ENC(", "{cipher}", "ENC[", "$ANSIBLE_VAULT;", "vault:v");

    private static final String DECRYPTION_KEY = "the key that decrypts it";

    public Written {
        unresolved = unresolved.isEmpty() && isEncrypted(text) ? List.of(DECRYPTION_KEY) : List.copyOf(unresolved);
    }

    public static Written of(String key, String text, Origin origin) {
        return new Written(key, text, origin, List.of());
    }

    public boolean isResolved() {
        return unresolved.isEmpty();
    }

    /// Whether only the running application can read it.
    public boolean isEncrypted() {
        return isEncrypted(text);
    }

    private static boolean isEncrypted(String text) {
        return ENCRYPTED.stream().anyMatch(text::startsWith);
    }

    /// Whether a value under this key must not be shown.
    public static boolean namesSecret(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        return !ABOUT_SECRETS.contains(lower.replace('-', '_'))
                && SECRET_WORDS.stream().anyMatch(lower::contains);
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
