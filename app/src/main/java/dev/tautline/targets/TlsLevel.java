package dev.tautline.targets;

import dev.tautline.probe.LadderResult;
import dev.tautline.settings.SslMode;
import java.util.Objects;

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

    boolean isMetBy(LadderResult result) {
        var certificate = result.certificate();
        return certificate != null
                && switch (this) {
                    case ENCRYPTED -> true;
                    case VERIFIED -> result.target().sslMode() == SslMode.VERIFY_FULL;
                    case TLS_1_3 -> Objects.equals(certificate.protocol(), word);
                };
    }

    /// What the connection had, in the words of the levels.
    static String of(LadderResult result) {
        var certificate = result.certificate();
        return certificate == null
                ? "not encrypted"
                : certificate.protocol() + " with sslmode=" + result.target().sslMode();
    }

    /// The spelling in `taut.yaml`.
    @Override
    public String toString() {
        return word;
    }
}
