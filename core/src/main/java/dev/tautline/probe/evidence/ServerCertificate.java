package dev.tautline.probe.evidence;

import dev.tautline.settings.SslMode;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.PGjdbcHostnameVerifier;

/// The certificate that the server showed, and the TLS it was shown over.
///
/// @param chain as shown, the server's own first
/// @param names the subject's alternative names; its common name, too, when no host name is among them
/// @param authority the one of the client's own authorities that vouched for the chain; null when nobody verified, or
/// when it was shown as well
public record ServerCertificate(
        List<X509Certificate> chain,
        List<String> names,
        String protocol,
        String cipher,
        @Nullable X509Certificate authority) {
    /// RFC 5280, 4.2.1.6: dNSName.
    private static final Integer DNS_NAME = 2;

    public ServerCertificate {
        chain = List.copyOf(chain);
        names = List.copyOf(names);
    }

    /// @param chain at least one certificate
    public static ServerCertificate of(List<X509Certificate> chain, SSLSession session) {
        return new ServerCertificate(
                chain, names(chain.getFirst()), session.getProtocol(), session.getCipherSuite(), null);
    }

    /// Verified by that authority.
    public ServerCertificate vouchedForBy(X509Certificate anchor) {
        return chain.contains(anchor) ? this : new ServerCertificate(chain, names, protocol, cipher, anchor);
    }

    /// The distinguished name.
    public String subject() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }

    public Instant notBefore() {
        return chain.getFirst().getNotBefore().toInstant();
    }

    /// When it expires; the driver does not look at it under `require` and `prefer`.
    public Instant notAfter() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// Who signed each certificate that was shown, the server's own first.
    public List<String> issuers() {
        return chain.stream()
                .map(certificate -> certificate.getIssuerX500Principal().getName())
                .toList();
    }

    /// Whether `sslmode=verify-full` takes it for `host`, by the driver's own comparison.
    public boolean isFor(String host) {
        return names.stream()
                .anyMatch(name -> name.equals(host)
                        || (!literal(host) && PGjdbcHostnameVerifier.INSTANCE.verifyHostName(host, name)));
    }

    /// Whole days until it expires; negative when it has.
    public long daysLeft(Instant now) {
        return daysLeft(chain.getFirst(), now);
    }

    /// Whole days until any certificate expires; negative when it has.
    public static long daysLeft(X509Certificate any, Instant now) {
        return Math.floorDiv(
                Duration.between(now, any.getNotAfter().toInstant()).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    public String words(Instant now, SslMode mode) {
        long days = daysLeft(now);
        return protocol + ", " + cipher + ", certificate for " + String.join(", ", names)
                + (days < 0 ? ", EXPIRED for " + -days + " days" : ", expires in " + days + " days")
                + (mode.demandsKnownAuthority() ? ", verified" : ", not verified (sslmode=" + mode + ")");
    }

    /// An address, which must be listed as it is.
    private static boolean literal(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static List<String> names(X509Certificate certificate) {
        var names = new ArrayList<String>();
        boolean listsNames = false;
        for (var name : alternatives(certificate)) {
            names.add(String.valueOf(name.get(1)));
            listsNames |= name.getFirst().equals(DNS_NAME);
        }
        if (!listsNames) {
            names.add(commonName(certificate));
        }
        return names;
    }

    /// Pairs of kind and name.
    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static String commonName(X509Certificate certificate) {
        var subject = certificate.getSubjectX500Principal().getName();
        for (var part : subject.split(",", -1)) {
            if (part.startsWith("CN=")) {
                return part.substring("CN=".length());
            }
        }
        return subject;
    }
}
