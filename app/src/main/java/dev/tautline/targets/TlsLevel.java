package dev.tautline.targets;

import dev.tautline.settings.SslMode;
import org.jspecify.annotations.Nullable;

/// How well a connection must be protected, weakest first.
public enum TlsLevel {
    /// TLS, whoever answers.
    ENCRYPTED("encrypted"),
    /// TLS with a certificate of a known authority for the name that was asked for.
    VERIFIED("verified"),
    /// TLS of the newest protocol version.
    TLS_1_3("TLSv1.3");

    private final String word;

    TlsLevel(String word) {
        this.word = word;
    }

    /// @param protocol of the connection, as in `TLSv1.3`; null when it is in the clear
    boolean isMetBy(@Nullable String protocol, SslMode mode) {
        return protocol != null
                && switch (this) {
                    case ENCRYPTED -> true;
                    case VERIFIED -> mode == SslMode.VERIFY_FULL;
                    case TLS_1_3 -> protocol.equals(word);
                };
    }

    /// The spelling in `taut.yaml`.
    @Override
    public String toString() {
        return word;
    }
}
