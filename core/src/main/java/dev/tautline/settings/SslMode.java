package dev.tautline.settings;

import java.util.Arrays;
import java.util.Locale;

/// `sslmode` of libpq and pgjdbc (PostgreSQL manual 18, table 32.1), weakest first.
public enum SslMode {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /// @throws IllegalArgumentException when `text` is none of the six; the message names the nearest and all
    public static SslMode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(refusal(text)));
    }

    private static String refusal(String text) {
        var allowed = Arrays.stream(values()).map(SslMode::toString).toList();
        return "sslmode is '" + text + "', allowed: " + String.join(", ", allowed)
                + Nearest.to(text, allowed)
                        .map(near -> "; nearest: '" + near + "'")
                        .orElse("");
    }

    /// A connection without TLS is an error.
    public boolean demandsTls() {
        return compareTo(REQUIRE) >= 0;
    }

    /// A certificate that no known authority has signed is an error.
    public boolean demandsKnownAuthority() {
        return compareTo(VERIFY_CA) >= 0;
    }

    /// The spelling in a URL: `verify-full`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
