package dev.tautline.watch.server;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.TlsOptions;
import dev.tautline.settings.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Has the driver connect as the ladder does: the same login, protected alike, at the same address.
public record DriverLogin(ProbeTarget target) {
    /// @param more what the caller wants of its session, under pgjdbc's names
    public Connection connect(Properties more) throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, target.user());
        set(properties, PGProperty.PASSWORD, target.password());
        PGProperty.SSL_MODE.set(properties, target.sslMode().toString());
        set(properties, PGProperty.SSL_ROOT_CERT, target.rootCertificate());
        protect(properties, target.tls());
        var address = target.address();
        if (address != null) {
            PGProperty.SOCKET_FACTORY.set(properties, DialledSockets.class.getName());
            PGProperty.SOCKET_FACTORY_ARG.set(properties, address.getHostAddress());
        }
        properties.putAll(more);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + target.endpoint() + "/" + target.database(), properties);
    }

    /// An empty password keeps the driver from asking on the terminal.
    private static void protect(Properties properties, TlsOptions tls) {
        set(properties, PGProperty.SSL_CERT, tls.certificate());
        set(properties, PGProperty.SSL_KEY, tls.key());
        set(properties, PGProperty.SSL_PASSWORD, Objects.requireNonNullElse(tls.keyPassword(), Secret.of("")));
        if (tls.direct()) {
            PGProperty.SSL_NEGOTIATION.set(properties, "direct");
        }
        if (tls.channelBinding()) {
            PGProperty.CHANNEL_BINDING.set(properties, "require");
        }
    }

    private static void set(Properties properties, PGProperty property, @Nullable Secret value) {
        if (value != null) {
            property.set(properties, value.reveal());
        }
    }

    private static void set(Properties properties, PGProperty property, @Nullable Path value) {
        if (value != null) {
            property.set(properties, value.toString());
        }
    }
}
