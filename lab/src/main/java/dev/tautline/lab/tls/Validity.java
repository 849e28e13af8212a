package dev.tautline.lab.tls;

import java.time.Duration;

/// How long a certificate has been valid, and how much longer it will be. With a negative `left` it has expired, with a
/// negative `age` it is not valid yet.
public record Validity(Duration age, Duration left) {
    /// As most certificates are.
    public static final Validity USUAL = new Validity(Duration.ofDays(10), Duration.ofDays(80));

    public Validity {
        if (age.plus(left).isNegative()) {
            throw new IllegalArgumentException(
                    "A certificate must not end before it begins: %s, %s".formatted(age, left));
        }
    }
}
