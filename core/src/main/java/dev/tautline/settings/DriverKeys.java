package dev.tautline.settings;

import java.time.Duration;
import java.util.Optional;

/// What the drivers of PostgreSQL, MySQL and MariaDB have in common, each under its own name and in its own unit,
/// so that a rule need not know which driver it judges.
public record DriverKeys(
        Product product,
        Vocabulary vocabulary,
        boolean hasCaseSensitiveNames,
        SettingKey<Duration> connectTimeout,
        SettingKey<Duration> socketTimeout,
        SettingKey<Boolean> tcpKeepAlive,
        SettingKey<String> sslMode) {
    public static final DriverKeys PGJDBC = new DriverKeys(
            Product.PGJDBC,
            PgjdbcKeys.VOCABULARY,
            true,
            PgjdbcKeys.CONNECT_TIMEOUT,
            PgjdbcKeys.SOCKET_TIMEOUT,
            PgjdbcKeys.TCP_KEEP_ALIVE,
            PgjdbcKeys.SSL_MODE);

    public static final DriverKeys CONNECTOR_J = new DriverKeys(
            Product.CONNECTOR_J,
            ConnectorJKeys.VOCABULARY,
            false,
            ConnectorJKeys.CONNECT_TIMEOUT,
            ConnectorJKeys.SOCKET_TIMEOUT,
            ConnectorJKeys.TCP_KEEP_ALIVE,
            ConnectorJKeys.SSL_MODE);

    public static final DriverKeys MARIADB = new DriverKeys(
            Product.MARIADB_DRIVER,
            MariaDbDriverKeys.VOCABULARY,
            false,
            MariaDbDriverKeys.CONNECT_TIMEOUT,
            MariaDbDriverKeys.SOCKET_TIMEOUT,
            MariaDbDriverKeys.TCP_KEEP_ALIVE,
            MariaDbDriverKeys.SSL_MODE);

    /// The driver that a URL is written for; empty for databases whose drivers we do not know.
    public static Optional<DriverKeys> of(JdbcUrl url) {
        if (url.scheme().form() == UrlScheme.Form.R2DBC) {
            return Optional.empty();
        }
        if (url.isPostgres()) {
            return Optional.of(PGJDBC);
        }
        if (url.isMySql()) {
            return Optional.of(CONNECTOR_J);
        }
        return url.isMariaDb() ? Optional.of(MARIADB) : Optional.empty();
    }

    /// The property with this name, as the driver looks names up.
    public Optional<SettingKey<?>> find(String name) {
        return hasCaseSensitiveNames ? vocabulary.find(name) : vocabulary.findIgnoringCase(name);
    }

    /// A time limit as it is written for this driver: pgjdbc counts seconds, the others milliseconds.
    public String written(Duration limit) {
        return String.valueOf(product == Product.PGJDBC ? limit.toSeconds() : limit.toMillis());
    }
}
