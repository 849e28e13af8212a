package dev.tautline.probe.evidence;

import dev.tautline.settings.SslMode;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSession;

/// The certificate that the server showed, and the TLS it was shown over.
///
/// @param subject the distinguished name
/// @param names the subject's alternative names, or the distinguished name when it has none
/// @param notAfter when it expires; the driver does not look at it under `require` and `prefer`
public record ServerCertificate(
        String subject, List<String> names, Instant notBefore, Instant notAfter, String protocol, String cipher) {
    public ServerCertificate {
        names = List.copyOf(names);
    }

    public static ServerCertificate of(X509Certificate certificate, SSLSession session) {
        return new ServerCertificate(
                certificate.getSubjectX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                session.getProtocol(),
                session.getCipherSuite());
    }

    /// Whole days until it expires; negative when it has.
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, notAfter).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    public String words(Instant now, SslMode mode) {
        long days = daysLeft(now);
        return protocol + ", " + cipher + ", certificate for " + String.join(", ", names)
                + (days < 0 ? ", EXPIRED for " + -days + " days" : ", expires in " + days + " days")
                + (mode.demandsKnownAuthority() ? ", verified" : ", not verified (sslmode=" + mode + ")");
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                return alternatives.stream()
                        .map(name -> String.valueOf(name.get(1)))
                        .toList();
            }
        } catch (CertificateParsingException unreadable) {
            return List.of(certificate.getSubjectX500Principal().getName());
        }
        return List.of(certificate.getSubjectX500Principal().getName());
    }
}
