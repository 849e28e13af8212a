package dev.tautline.probe;

import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Encryption.Offer;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.ServerCertificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// What deserves attention in how a conversation is protected and its log-in proven.
///
/// @param tell takes the kind of the remark and its words
record EncryptionRemarks(BiConsumer<RemarkKind, String> tell, List<Evidence> evidence) {
    /// Public authorities renew 30 days ahead (certbot's default); later than that, nobody has.
    private static final int DAYS_AHEAD = 30;

    void on(Encryption channel, Instant at) {
        var certificate = channel.certificate();
        if (certificate == null) {
            return;
        }
        onOurs(channel, at);
        long days = certificate.daysLeft(at);
        if (days < 0) {
            tell.accept(
                    RemarkKind.CERTIFICATE_EXPIRED_UNNOTICED,
                    "the certificate expired " + -days
                            + " days ago; this driver does not look at it under this sslmode and sslrootcert, libpq may");
        } else if (days < DAYS_AHEAD) {
            tell.accept(
                    RemarkKind.CERTIFICATE_EXPIRES_SOON,
                    "the certificate expires in " + days + " days, on " + certificate.notAfter());
        }
        onAuthorities(certificate, at);
    }

    /// From its last day on the server lets nobody in with it.
    private void onOurs(Encryption channel, Instant at) {
        var end = channel.clientNotAfter();
        if (end == null) {
            return;
        }
        long days = Duration.between(at, end).toDays();
        if (days < DAYS_AHEAD) {
            tell.accept(
                    RemarkKind.CLIENT_CERTIFICATE_EXPIRES_SOON,
                    "the certificate that this client shows, " + channel.clientSubject() + ", expires in " + days
                            + " days, on " + end);
        }
    }

    /// Those in between, as the server shows them, and the one that the client itself trusts. Java takes the latter
    /// whatever its date (RFC 5280, 6.1); OpenSSL, and with it libpq, does not.
    private void onAuthorities(ServerCertificate certificate, Instant at) {
        Stream.concat(certificate.chain().stream().skip(1), Stream.ofNullable(certificate.authority()))
                .min(Comparator.comparing(X509Certificate::getNotAfter))
                .ifPresent(first -> onAuthority(first, ServerCertificate.daysLeft(first, at)));
    }

    private void onAuthority(X509Certificate authority, long days) {
        var name = "the authority " + authority.getSubjectX500Principal().getName();
        if (days < 0) {
            tell.accept(
                    RemarkKind.AUTHORITY_EXPIRED_UNNOTICED,
                    name + " expired " + -days
                            + " days ago; this driver takes it all the same, psql and others do not");
        } else if (days < DAYS_AHEAD) {
            tell.accept(RemarkKind.AUTHORITY_EXPIRES_SOON, name + " expires in " + days + " days");
        }
    }

    void on(Authentication log) {
        switch (log.method()) {
            case "password" -> onPlainText();
            case "md5" ->
                tell.accept(RemarkKind.WEAK_AUTHENTICATION, "the server asks for md5, whose hash is the password");
            case "none" -> onNothing();
            default -> {}
        }
    }

    private void onPlainText() {
        if (!encrypted()) {
            tell.accept(
                    RemarkKind.PASSWORD_IN_THE_CLEAR,
                    "the password crossed the network as it is, readable by everybody on the way");
        }
    }

    /// With a certificate of ours the server may well have known who we are.
    private void onNothing() {
        boolean certificateSent = evidence.stream()
                .anyMatch(seen -> seen instanceof Encryption channel && channel.clientSubject() != null);
        if (!certificateSent) {
            tell.accept(
                    RemarkKind.WEAK_AUTHENTICATION,
                    "the server asked for nothing: whoever reaches it is let in (trust)");
        }
    }

    private boolean encrypted() {
        return evidence.stream()
                .anyMatch(seen -> seen instanceof Encryption channel && channel.offer() == Offer.ENCRYPTED);
    }
}
