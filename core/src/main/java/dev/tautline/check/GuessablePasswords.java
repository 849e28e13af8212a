package dev.tautline.check;

import java.util.Locale;
import java.util.Set;

/// Passwords that everybody tries first: those on the images' own pages, in tutorials and in scanners.
public final class GuessablePasswords {
    private static final Set<String> ALL = Set.of(
            "admin",
            "admin123",
            "change_me",
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
            "postgresql",
            "qwerty",
            "root",
            "secret",
            "test",
            "toor",
            "1234",
            "123456",
            "12345678");

    private GuessablePasswords() {}

    /// Whether a password is one of them, or the user's name again.
    public static boolean contains(String password, String user) {
        var lower = password.toLowerCase(Locale.ROOT);
        return ALL.contains(lower) || lower.equals(user.toLowerCase(Locale.ROOT));
    }
}
