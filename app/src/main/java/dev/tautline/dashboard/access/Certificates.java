package dev.tautline.dashboard.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// Reads the dashboard's certificate and key. A key that is not PKCS#8 or is encrypted is told, not guessed at.
public final class Certificates {
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");
    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    private Certificates() {}

    /// @throws TlsUnusableException when a file cannot be read or does not hold what is expected
    public static SslContextFactory.Server factory(DashboardTls files) {
        var factory = new SslContextFactory.Server();
        switch (files) {
            case DashboardTls.Keystore store -> read(store, factory);
            case DashboardTls.Pem pem -> read(pem, factory);
        }
        // A name that the certificate lacks is refused by the Host check, which tells the reader why.
        factory.setSniRequired(false);
        return factory;
    }

    private static void read(DashboardTls.Keystore store, SslContextFactory.Server factory) {
        var password = store.password() == null
                ? new char[0]
                : store.password().reveal().toCharArray();
        try {
            factory.setKeyStore(KeyStore.getInstance(store.file().toFile(), password));
            factory.setKeyStorePassword(new String(password));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(store.file(), "a keystore that 'keystore-password-env' opens", e);
        }
    }

    private static void read(DashboardTls.Pem pem, SslContextFactory.Server factory) {
        var chain = chain(pem.certificate());
        var key = key(pem.key());
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("dashboard", key, IN_MEMORY, chain);
            factory.setKeyStore(store);
            factory.setKeyManagerPassword(new String(IN_MEMORY));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(pem.key(), "the key of the certificate " + pem.certificate(), e);
        }
    }

    private static Certificate[] chain(Path file) {
        try {
            var chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("no certificate is in it");
            }
            return chain;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(file, "certificates in PEM", e);
        }
    }

    private static PrivateKey key(Path file) {
        try {
            return key(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unusable(file, "a key in PEM as PKCS#8, not encrypted ('BEGIN PRIVATE KEY')", e);
        }
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        int begin = pem.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = pem.indexOf("-----END PRIVATE KEY-----");
        if (begin < 0 || end < begin) {
            throw new InvalidKeySpecException("no such block is in it");
        }
        var text = pem.substring(begin + "-----BEGIN PRIVATE KEY-----".length(), end);
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
        for (var kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(encoded);
            } catch (InvalidKeySpecException ofAnotherKind) {
                // The next kind is tried.
            }
        }
        throw new InvalidKeySpecException("it is none of " + KEY_KINDS);
    }

    /// Nothing of the file's text is repeated.
    private static TlsUnusableException unusable(Path file, String expected, Exception e) {
        return new TlsUnusableException(
                file + ": " + expected + " is expected (" + e.getClass().getSimpleName() + ")", e);
    }
}
