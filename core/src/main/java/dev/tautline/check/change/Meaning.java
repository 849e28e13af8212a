package dev.tautline.check.change;

import dev.tautline.settings.AgroalKeys;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.TomcatJdbcKeys;
import java.time.Duration;
import java.util.List;

/// What settings of different products mean alike.
final class Meaning {
    /// The most connections that a pool opens.
    static final List<SettingKey<Integer>> POOL_SIZE = List.of(
            HikariKeys.MAXIMUM_POOL_SIZE,
            TomcatJdbcKeys.MAX_ACTIVE,
            Dbcp2Keys.MAX_TOTAL,
            C3p0Keys.MAX_POOL_SIZE,
            DruidKeys.MAX_ACTIVE,
            AgroalKeys.MAX_SIZE);

    /// How long something may take; nothing, or zero, is no limit.
    static final List<SettingKey<Duration>> LIMIT = List.of(
            PgjdbcKeys.CONNECT_TIMEOUT,
            PgjdbcKeys.LOGIN_TIMEOUT,
            PgjdbcKeys.SOCKET_TIMEOUT,
            PgjdbcKeys.QUERY_TIMEOUT,
            PgjdbcKeys.CANCEL_SIGNAL_TIMEOUT,
            ConnectorJKeys.CONNECT_TIMEOUT,
            ConnectorJKeys.SOCKET_TIMEOUT,
            MariaDbDriverKeys.CONNECT_TIMEOUT,
            MariaDbDriverKeys.SOCKET_TIMEOUT,
            HikariKeys.CONNECTION_TIMEOUT,
            TomcatJdbcKeys.MAX_WAIT,
            Dbcp2Keys.MAX_WAIT_MILLIS,
            C3p0Keys.CHECKOUT_TIMEOUT,
            DruidKeys.MAX_WAIT,
            DruidKeys.CONNECT_TIMEOUT,
            DruidKeys.SOCKET_TIMEOUT,
            AgroalKeys.ACQUISITION_TIMEOUT,
            SpringKeys.TRANSACTION_TIMEOUT);

    /// The age at which a pool replaces a connection; zero is never.
    static final List<SettingKey<Duration>> LIFETIME = List.of(
            HikariKeys.MAX_LIFETIME,
            TomcatJdbcKeys.MAX_AGE,
            Dbcp2Keys.MAX_CONN_LIFETIME_MILLIS,
            C3p0Keys.MAX_CONNECTION_AGE,
            DruidKeys.PHY_TIMEOUT_MILLIS,
            AgroalKeys.MAX_LIFETIME);

    /// Whether the operating system probes an idle connection.
    static final List<SettingKey<Boolean>> TCP_KEEP_ALIVE =
            List.of(PgjdbcKeys.TCP_KEEP_ALIVE, ConnectorJKeys.TCP_KEEP_ALIVE, MariaDbDriverKeys.TCP_KEEP_ALIVE);

    private Meaning() {}
}
