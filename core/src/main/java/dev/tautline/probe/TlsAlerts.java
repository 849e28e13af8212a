package dev.tautline.probe;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Why a server broke TLS off, when it was because of our certificate. In TLS 1.3 that is heard only after the
/// handshake, in place of an answer (RFC 8446, 4.4.2.4 and 6.2); the texts are those of the JDK.
final class TlsAlerts {
    private static final String RECEIVED = "received fatal alert: ";

    private TlsAlerts() {}

    /// Empty for everything else that can go wrong on a socket.
    static Optional<FailureKind> aboutOurCertificate(IOException error) {
        var text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        int at = text.indexOf(RECEIVED);
        if (!(error instanceof SSLException) || at < 0) {
            return Optional.empty();
        }
        return switch (text.substring(at + RECEIVED.length()).replaceFirst("[^a-z_].*", "")) {
            case "certificate_required" -> Optional.of(FailureKind.CLIENT_CERTIFICATE_MISSING);
            case "unknown_ca",
                    "bad_certificate",
                    "certificate_expired",
                    "certificate_revoked",
                    "certificate_unknown",
                    // the signature that proves possession of the key does not fit (RFC 8446, 4.4.3)
                    "decrypt_error",
                    "unsupported_certificate" -> Optional.of(FailureKind.CLIENT_CERTIFICATE_REFUSED);
            default -> Optional.empty();
        };
    }
}
