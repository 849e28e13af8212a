package dev.tautline.probe;

import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One host to climb to, and as whom. A multi-host URL is several targets. The password is a [Secret], so the
/// target may be printed.
///
/// @param rootCertificate the authorities (PEM) for `verify-ca` and `verify-full`; libpq's
/// `~/.postgresql/root.crt` when null
public record ProbeTarget(
        String host,
        int port,
        String database,
        String user,
        @Nullable Secret password,
        SslMode sslMode,
        @Nullable Path rootCertificate,
        Expectation expected,
        TlsOptions tls,
        SessionOptions session) {
    /// A target that asks for nothing of its session.
    public ProbeTarget(
            String host,
            int port,
            String database,
            String user,
            @Nullable Secret password,
            SslMode sslMode,
            @Nullable Path rootCertificate,
            Expectation expected,
            TlsOptions tls) {
        this(host, port, database, user, password, sslMode, rootCertificate, expected, tls, SessionOptions.NONE);
    }

    /// A target with the driver's default TLS.
    public ProbeTarget(
            String host,
            int port,
            String database,
            String user,
            @Nullable Secret password,
            SslMode sslMode,
            @Nullable Path rootCertificate,
            Expectation expected) {
        this(host, port, database, user, password, sslMode, rootCertificate, expected, TlsOptions.DEFAULT);
    }

    /// A target with the driver's defaults: no password, `sslmode=prefer`, any role.
    public static ProbeTarget of(String host, int port, String database, String user) {
        return new ProbeTarget(host, port, database, user, null, SslMode.PREFER, null, Expectation.ANY);
    }

    public ProbeTarget withPassword(@Nullable Secret value) {
        return new ProbeTarget(host, port, database, user, value, sslMode, rootCertificate, expected, tls, session);
    }

    public ProbeTarget withSslMode(SslMode value) {
        return new ProbeTarget(host, port, database, user, password, value, rootCertificate, expected, tls, session);
    }

    public ProbeTarget withRootCertificate(@Nullable Path value) {
        return new ProbeTarget(host, port, database, user, password, sslMode, value, expected, tls, session);
    }

    /// The same login elsewhere.
    public ProbeTarget at(String otherHost, int otherPort) {
        return new ProbeTarget(
                otherHost, otherPort, database, user, password, sslMode, rootCertificate, expected, tls, session);
    }

    public ProbeTarget expecting(Expectation value) {
        return new ProbeTarget(host, port, database, user, password, sslMode, rootCertificate, value, tls, session);
    }

    public ProbeTarget withTls(TlsOptions value) {
        return new ProbeTarget(
                host, port, database, user, password, sslMode, rootCertificate, expected, value, session);
    }

    public ProbeTarget withSession(SessionOptions value) {
        return new ProbeTarget(host, port, database, user, password, sslMode, rootCertificate, expected, tls, value);
    }

    /// `host:port`, with an IPv6 address in brackets.
    public String endpoint() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
