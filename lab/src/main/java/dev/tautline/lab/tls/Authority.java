package dev.tautline.lab.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that nobody but the lab trusts; its key lives in memory alone. Keys are of P-256, signatures
/// ECDSA with SHA-256. Thread-safe.
public final class Authority {
    private static final Duration LONG = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 120;

    private final X500Principal name;
    private final KeyPair keys;
    private final Clock clock;
    private final X509CertificateHolder certificate;

    private Authority(X500Principal name, KeyPair keys, Clock clock) throws GeneralSecurityException, IOException {
        this.name = name;
        this.keys = keys;
        this.clock = clock;
        this.certificate = sign(builder(name, keys, new Validity(Duration.ofDays(1), LONG))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    /// A new one.
    ///
    /// @param commonName as it shows in certificates: letters, digits and spaces
    /// @throws CertificateFailed when this JVM cannot make such keys
    public static Authority create(String commonName, Clock clock) {
        try {
            return new Authority(new X500Principal("CN=" + commonName), newKeys(), clock);
        } catch (GeneralSecurityException | IOException failure) {
            throw new CertificateFailed("Cannot make a certificate authority: " + failure.getMessage(), failure);
        }
    }

    /// Its own certificate in PEM, as for `sslrootcert`.
    public String certificate() {
        return Pem.of("CERTIFICATE", encoded(certificate));
    }

    /// Signs a new key for a server.
    ///
    /// @param hosts names and addresses, at least one; a name may begin with `*.`
    /// @throws CertificateFailed when one of the hosts cannot be written in a certificate
    public IssuedCertificate issue(List<String> hosts, Validity validity) {
        try {
            var serverKeys = newKeys();
            var subject = new X500Principal("CN=" + hosts.getFirst());
            var signed = sign(builder(subject, serverKeys, validity)
                    .addExtension(Extension.subjectAlternativeName, false, names(hosts)));
            return new IssuedCertificate(
                    Pem.of("CERTIFICATE", encoded(signed)),
                    Pem.of("PRIVATE KEY", serverKeys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException failure) {
            throw new CertificateFailed("Cannot issue a certificate for %s: %s".formatted(hosts, failure), failure);
        }
    }

    private JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair of, Validity validity) {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now.minus(validity.age())),
                Date.from(now.plus(validity.left())),
                subject,
                of.getPublic());
    }

    private X509CertificateHolder sign(X509v3CertificateBuilder unsigned) throws GeneralSecurityException {
        try {
            return unsigned.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        } catch (OperatorCreationException failure) {
            throw new GeneralSecurityException(failure);
        }
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException failure) {
            throw new CertificateFailed("Cannot encode a certificate: " + failure.getMessage(), failure);
        }
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
