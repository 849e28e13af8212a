package dev.tautline.probe;

import dev.tautline.settings.Secret;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// What a client can ask of TLS besides `sslmode`, under pgjdbc's names.
///
/// @param direct `sslNegotiation=direct`: the handshake comes first, without asking (PostgreSQL 17 and newer)
/// @param certificate `sslcert`; the driver's own default (`~/.postgresql/postgresql.crt`) when null
/// @param key `sslkey`: PKCS #8 as DER or PEM, or PKCS #12 by its ending `.p12` or `.pfx`; likewise
/// @param keyPassword `sslpassword`
/// @param channelBinding `channelBinding=require`: no log-in that is not bound to this TLS channel
public record TlsOptions(
        boolean direct,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Secret keyPassword,
        boolean channelBinding) {
    public static final TlsOptions DEFAULT = new TlsOptions(false, null, null, null, false);

    public TlsOptions withDirect() {
        return new TlsOptions(true, certificate, key, keyPassword, channelBinding);
    }

    public TlsOptions withKey(@Nullable Path newCertificate, Path newKey, @Nullable Secret password) {
        return new TlsOptions(direct, newCertificate, newKey, password, channelBinding);
    }

    public TlsOptions withChannelBinding() {
        return new TlsOptions(direct, certificate, key, keyPassword, true);
    }

    /// Where our certificate is, or would be (pgjdbc, LibPQFactory).
    Path certificateFile() {
        return certificate == null ? standard("postgresql.crt") : certificate;
    }

    /// Likewise of the key.
    Path keyFile() {
        return key == null ? standard("postgresql.pk8") : key;
    }

    private static Path standard(String name) {
        return Path.of(System.getProperty("user.home"), ".postgresql", name);
    }

    /// For the driver's own TLS: it presents our key as it would for the application, and judges nothing,
    /// because we do. An empty password keeps it from asking on the terminal.
    Properties driverProperties() {
        var properties = new Properties();
        PGProperty.SSL_MODE.set(properties, "require");
        PGProperty.SSL_PASSWORD.set(properties, keyPassword == null ? "" : keyPassword.reveal());
        if (certificate != null) {
            PGProperty.SSL_CERT.set(properties, certificate.toString());
        }
        if (key != null) {
            PGProperty.SSL_KEY.set(properties, key.toString());
        }
        return properties;
    }
}
