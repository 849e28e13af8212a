package dev.tautline.probe;

import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One host to climb to, and as whom. A multi-host URL is several targets. The password is a [Secret], so the
/// target may be printed.
///
/// @param rootCertificate the authorities (PEM) for `verify-ca` and `verify-full`; libpq's
/// `~/.postgresql/root.crt` when null
/// @param address where to connect whatever the host's name stands for (libpq's `hostaddr`); what the name stands for
/// when null
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
        SessionOptions session,
        @Nullable InetAddress address) {
    /// A target with the driver's defaults: no password, `sslmode=prefer`, any role.
    public static ProbeTarget of(String host, int port, String database, String user) {
        return new ProbeTarget(
                host,
                port,
                database,
                user,
                null,
                SslMode.PREFER,
                null,
                Expectation.ANY,
                TlsOptions.DEFAULT,
                SessionOptions.NONE,
                null);
    }

    public ProbeTarget withPassword(@Nullable Secret value) {
        return new ProbeTarget(
                host, port, database, user, value, sslMode, rootCertificate, expected, tls, session, address);
    }

    public ProbeTarget withSslMode(SslMode value) {
        return new ProbeTarget(
                host, port, database, user, password, value, rootCertificate, expected, tls, session, address);
    }

    public ProbeTarget withRootCertificate(@Nullable Path value) {
        return new ProbeTarget(host, port, database, user, password, sslMode, value, expected, tls, session, address);
    }

    /// The same login elsewhere: at another port of the same host, its given address included, or at another host.
    public ProbeTarget at(String otherHost, int otherPort) {
        return new ProbeTarget(
                otherHost,
                otherPort,
                database,
                user,
                password,
                sslMode,
                rootCertificate,
                expected,
                tls,
                session,
                otherHost.equals(host) ? address : null);
    }

    public ProbeTarget expecting(Expectation value) {
        return new ProbeTarget(
                host, port, database, user, password, sslMode, rootCertificate, value, tls, session, address);
    }

    public ProbeTarget withTls(TlsOptions value) {
        return new ProbeTarget(
                host, port, database, user, password, sslMode, rootCertificate, expected, value, session, address);
    }

    public ProbeTarget withSession(SessionOptions value) {
        return new ProbeTarget(
                host, port, database, user, password, sslMode, rootCertificate, expected, tls, value, address);
    }

    /// The same with that address in place of what the host's name stands for.
    public ProbeTarget dialling(InetAddress value) {
        return new ProbeTarget(
                host, port, database, user, password, sslMode, rootCertificate, expected, tls, session, value);
    }

    /// `host:port`, with an IPv6 address in brackets.
    public String endpoint() {
        return endpoint(host);
    }

    /// Where to connect, as a host name or address: the given address, else the host.
    public String dialled() {
        return address == null ? host : address.getHostAddress();
    }

    /// [#dialled()] with the port, which is one and the same for one and the same server.
    public String dialledEndpoint() {
        return endpoint(dialled());
    }

    private String endpoint(String place) {
        return (place.contains(":") ? "[" + place + "]" : place) + ":" + port;
    }
}
