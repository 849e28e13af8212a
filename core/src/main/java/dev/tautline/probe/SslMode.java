package dev.tautline.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// `sslmode` of libpq and pgjdbc (PostgreSQL manual 18, table 32.1), weakest first.
public enum SslMode {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /// @throws IllegalArgumentException when `text` is none of the six; the message lists them
    public static SslMode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sslmode is '" + text + "', allowed: "
                        + Arrays.stream(values()).map(SslMode::toString).collect(Collectors.joining(", "))));
    }

    /// A connection without TLS is an error.
    boolean demandsTls() {
        return compareTo(REQUIRE) >= 0;
    }

    boolean demandsKnownAuthority() {
        return compareTo(VERIFY_CA) >= 0;
    }

    /// The spelling in a URL: `verify-full`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
