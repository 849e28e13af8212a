package dev.tautline.check.change;

import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PoolKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What settings of different products mean alike.
final class Meaning {
    /// The most connections that a pool opens.
    static final List<SettingKey<Integer>> POOL_SIZE =
            PoolKeys.all().stream().map(keys -> keys.sizes().maximum()).toList();

    /// How long something may take; nothing, or zero, is no limit.
    static final List<SettingKey<Duration>> LIMIT = Stream.concat(
                    Stream.of(
                            PgjdbcKeys.CONNECT_TIMEOUT,
                            PgjdbcKeys.LOGIN_TIMEOUT,
                            PgjdbcKeys.SOCKET_TIMEOUT,
                            PgjdbcKeys.QUERY_TIMEOUT,
                            PgjdbcKeys.CANCEL_SIGNAL_TIMEOUT,
                            ConnectorJKeys.CONNECT_TIMEOUT,
                            ConnectorJKeys.SOCKET_TIMEOUT,
                            MariaDbDriverKeys.CONNECT_TIMEOUT,
                            MariaDbDriverKeys.SOCKET_TIMEOUT,
                            DruidKeys.CONNECT_TIMEOUT,
                            DruidKeys.SOCKET_TIMEOUT,
                            SpringKeys.TRANSACTION_TIMEOUT),
                    PoolKeys.all().stream().map(keys -> keys.times().acquire()))
            .toList();

    /// The age at which a pool replaces a connection; zero is never.
    static final List<SettingKey<Duration>> LIFETIME = PoolKeys.all().stream()
            .flatMap(keys -> keys.times().maxLifetime().stream())
            .toList();

    /// Whether the operating system probes an idle connection.
    static final List<SettingKey<Boolean>> TCP_KEEP_ALIVE =
            List.of(PgjdbcKeys.TCP_KEEP_ALIVE, ConnectorJKeys.TCP_KEEP_ALIVE, MariaDbDriverKeys.TCP_KEEP_ALIVE);

    private Meaning() {}
}
