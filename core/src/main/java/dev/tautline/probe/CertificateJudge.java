package dev.tautline.probe;

import dev.tautline.probe.evidence.ServerCertificate;
import dev.tautline.settings.SslMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Judges a server's certificates as pgjdbc would under an `sslmode`, but says which of the reasons it is:
/// expired, unknown authority or another name. `require` and weaker judge nothing.
///
/// @param authorities null when the mode judges nothing
record CertificateJudge(
        ProbeTarget target,
        SslMode mode,
        Clock clock,
        @Nullable X509TrustManager authorities) {

    static CertificateJudge of(ProbeTarget target, SslMode mode, Clock clock) throws StepFailed {
        var authorities = mode.demandsKnownAuthority() ? read(rootCertificate(target)) : null;
        return new CertificateJudge(target, mode, clock, authorities);
    }

    /// What was shown, with the authority that vouches for it where the mode asks for one.
    ServerCertificate judge(ServerCertificate shown) throws StepFailed {
        if (authorities == null) {
            return shown;
        }
        var anchors = List.of(authorities.getAcceptedIssuers());
        judgeDates(shown.chain(), anchors);
        judgeAuthority(authorities, shown.chain());
        if (mode == SslMode.VERIFY_FULL && !shown.isFor(target.host())) {
            throw new StepFailed(
                    FailureKind.CERTIFICATE_NAME_MISMATCH,
                    "",
                    "the certificate is for: " + String.join(", ", shown.names()));
        }
        return vouching(shown.chain(), anchors).map(shown::vouchedForBy).orElse(shown);
    }

    /// Of several with one name, as after a renewal, the one that is valid longest.
    private static Optional<X509Certificate> vouching(List<X509Certificate> chain, List<X509Certificate> anchors) {
        return anchors.stream()
                .filter(anchor -> chain.stream().anyMatch(shown -> shown.equals(anchor) || isSignedBy(anchor, shown)))
                .max(Comparator.comparing(X509Certificate::getNotAfter));
    }

    private static boolean isSignedBy(X509Certificate anchor, X509Certificate shown) {
        // By name first: a signature takes a while, and a system trusts more than a hundred.
        if (!shown.getIssuerX500Principal().equals(anchor.getSubjectX500Principal())) {
            return false;
        }
        try {
            shown.verify(anchor.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /// Nobody looks at the dates of what the root certificate file itself holds (RFC 5280, 6.1: a trust anchor is taken
    /// as it is); OpenSSL, and with it libpq, does.
    private void judgeDates(List<X509Certificate> chain, List<X509Certificate> anchors) throws StepFailed {
        for (var certificate : chain) {
            if (anchors.contains(certificate)) {
                continue;
            }
            try {
                certificate.checkValidity(Date.from(clock.instant()));
            } catch (CertificateExpiredException e) {
                throw new StepFailed(
                        FailureKind.CERTIFICATE_EXPIRED,
                        "",
                        words(
                                certificate,
                                "expired at " + certificate.getNotAfter().toInstant()));
            } catch (CertificateNotYetValidException e) {
                throw new StepFailed(
                        FailureKind.CERTIFICATE_NOT_YET_VALID,
                        "",
                        words(
                                certificate,
                                "is valid from " + certificate.getNotBefore().toInstant()));
            }
        }
    }

    private static void judgeAuthority(X509TrustManager authorities, List<X509Certificate> chain) throws StepFailed {
        try {
            authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
        } catch (CertificateException e) {
            var issuer = chain.getLast().getIssuerX500Principal().getName();
            throw new StepFailed(FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY, "", e.getMessage() + "; issuer " + issuer);
        }
    }

    static Path rootCertificate(ProbeTarget target) {
        return target.rootCertificate() != null
                ? target.rootCertificate()
                : Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
    }

    private static X509TrustManager read(Path file) throws StepFailed {
        try {
            var authorities = new ClientFile(file).read();
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(authorities))) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new StepFailed(FailureKind.ROOT_CERTIFICATE_UNREADABLE, "", String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new StepFailed(FailureKind.ROOT_CERTIFICATE_UNREADABLE, "", file + ": " + e.getMessage());
        }
    }

    private static String words(X509Certificate certificate, String what) {
        return certificate.getSubjectX500Principal().getName() + " " + what;
    }
}
