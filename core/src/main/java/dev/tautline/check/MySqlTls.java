package dev.tautline.check;

import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Version;
import java.util.List;
import java.util.function.Function;

/// How much a client of MySQL or MariaDB protects its connection, by `sslMode` or by the flags that were there
/// before it; `said` is the setting that decides.
public record MySqlTls(Level level, Setting.Known<?> said) {
    /// `sslMode` is the one that counts since this version of Connector/J (its release notes).
    private static final Version TRANSLATES = Version.of("8.0.13");

    /// From nothing to a checked certificate.
    public enum Level {
        OFF,
        /// Encrypted if the server offers it, without a word if it does not.
        IF_OFFERED,
        UNVERIFIED,
        VERIFIED
    }

    /// Judges a client by what its driver does; a flag that cannot be resolved is undecided.
    public static Verdict given(Client client, DriverKeys driver, Function<MySqlTls, Verdict> judgement) {
        return driver.product() == Product.MARIADB_DRIVER
                ? ofMariaDb(client, judgement)
                : ofConnectorJ(client, judgement);
    }

    /// Judges a client of Connector/J: without `sslMode`, the flags are translated into one
    /// (`DefaultPropertySet.initializeProperties` of 9.7.0).
    private static Verdict ofConnectorJ(Client client, Function<MySqlTls, Verdict> judgement) {
        var version = client.settings().versions().of(Product.CONNECTOR_J);
        if (!version.isAtLeast(TRANSLATES)) {
            return Verdict.undecided("Connector/J " + version + " reads the words about TLS in a way of its own");
        }
        return Rule.given(client.get(ConnectorJKeys.SSL_MODE), mode -> {
            if (mode.isChosen() || flags().stream().noneMatch(flag -> isWritten(client, flag))) {
                return judgement.apply(new MySqlTls(connectorLevel(mode.value()), mode));
            }
            return Rule.given(
                    client.get(ConnectorJKeys.USE_SSL),
                    use -> Rule.given(
                            client.get(ConnectorJKeys.VERIFY_SERVER_CERTIFICATE),
                            verify -> Rule.given(
                                    client.get(ConnectorJKeys.REQUIRE_SSL),
                                    require -> judgement.apply(translated(mode, use, verify, require)))));
        });
    }

    /// The flags that `sslMode` replaced in Connector/J.
    public static List<SettingKey<Boolean>> flags() {
        return List.of(ConnectorJKeys.USE_SSL, ConnectorJKeys.REQUIRE_SSL, ConnectorJKeys.VERIFY_SERVER_CERTIFICATE);
    }

    private static boolean isWritten(Client client, SettingKey<?> key) {
        return !(client.get(key) instanceof Setting.Known<?> known) || known.isChosen();
    }

    private static Level connectorLevel(String mode) {
        return switch (mode) {
            case "DISABLED" -> Level.OFF;
            case "PREFERRED" -> Level.IF_OFFERED;
            case "REQUIRED" -> Level.UNVERIFIED;
            default -> Level.VERIFIED;
        };
    }

    private static MySqlTls translated(
            Setting.Known<String> mode,
            Setting.Known<Boolean> use,
            Setting.Known<Boolean> verify,
            Setting.Known<Boolean> require) {
        if (!use.value()) {
            return new MySqlTls(Level.OFF, use);
        }
        if (verify.value()) {
            return new MySqlTls(Level.VERIFIED, verify);
        }
        if (require.value()) {
            return new MySqlTls(Level.UNVERIFIED, require);
        }
        return new MySqlTls(Level.IF_OFFERED, use.isChosen() ? use : mode);
    }

    /// Judges a client of MariaDB Connector/J: `useSsl=true` wins over `sslMode` and means `verify-full`, unless one
    /// of the flags beside it takes that back (`Configuration.handleLegacySslSettings` of 3.5.11).
    private static Verdict ofMariaDb(Client client, Function<MySqlTls, Verdict> judgement) {
        if (!isWritten(client, MariaDbDriverKeys.USE_SSL)
                || client.get(MariaDbDriverKeys.USE_SSL) instanceof Setting.Unset<Boolean>) {
            return byMariaDbMode(client, judgement);
        }
        return Rule.given(client.get(MariaDbDriverKeys.USE_SSL), use -> {
            if (!use.value()) {
                return byMariaDbMode(client, judgement);
            }
            var trusts = client.get(MariaDbDriverKeys.TRUST_SERVER_CERTIFICATE)
                    .known()
                    .filter(Setting.Known::value);
            return judgement.apply(trusts.map(trust -> new MySqlTls(Level.UNVERIFIED, trust))
                    .orElseGet(() -> new MySqlTls(Level.VERIFIED, use)));
        });
    }

    private static Verdict byMariaDbMode(Client client, Function<MySqlTls, Verdict> judgement) {
        return Rule.given(
                client.get(MariaDbDriverKeys.SSL_MODE),
                mode -> judgement.apply(new MySqlTls(mariaDbLevel(mode.value()), mode)));
    }

    /// `allow` goes on in plain text with a server that offers no TLS (`StandardClient` of 3.5.11).
    private static Level mariaDbLevel(String mode) {
        return switch (mode) {
            case "disable", "DISABLED", "0", "false" -> Level.OFF;
            case "allow" -> Level.IF_OFFERED;
            case "trust", "REQUIRED" -> Level.UNVERIFIED;
            default -> Level.VERIFIED;
        };
    }
}
