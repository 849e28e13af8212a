package dev.tautline.check.rules.leftovers;

import java.util.Locale;
import java.util.Set;

/// Passwords that stand first in every list of guesses, most of them from the examples of the images' own
/// pages.
final class Trivial {
    private static final Set<String> PASSWORDS = Set.of(
            "",
            "admin",
            "admin123",
            "changeit",
            "changeme",
            "example",
            "my-secret-pw",
            "mypassword",
            "mysecretpassword",
            "mysql",
            "pass",
            "passw0rd",
            "password",
            "postgres",
            "root",
            "secret",
            "test",
            "toor",
            "123456",
            "1234",
            "12345678");

    private Trivial() {}

    /// Whether a password is one of them, or the user's name again.
    static boolean isTrivial(String password, String user) {
        var lower = password.toLowerCase(Locale.ROOT);
        return PASSWORDS.contains(lower) || lower.equals(user.toLowerCase(Locale.ROOT));
    }
}
