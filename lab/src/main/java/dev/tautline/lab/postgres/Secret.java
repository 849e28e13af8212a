package dev.tautline.lab.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A password that does not show in `toString`, so that it cannot slip into a log or a message.
public final class Secret {
    private static final int BYTES = 24;

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    static Secret random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    /// The password itself; hand it to a driver, never to a message.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
