package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.MySqlTls;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Locale;
import java.util.stream.Stream;

/// Two words about TLS that cannot both hold.
public final class SslFlagsContradict implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client, (url, keys) -> keys.product() == Product.MARIADB_DRIVER ? mariaDb(client) : connectorJ(client));
    }

    private Verdict connectorJ(Client client) {
        var mode = client.get(ConnectorJKeys.SSL_MODE).chosen();
        var isOff = client.get(ConnectorJKeys.USE_SSL).chosen().filter(use -> !use.value());
        var stricter = Stream.of(ConnectorJKeys.REQUIRE_SSL, ConnectorJKeys.VERIFY_SERVER_CERTIFICATE)
                .flatMap(key -> client.get(key).chosen().stream())
                .filter(Setting.Known::value)
                .findFirst();
        if (mode.isPresent()) {
            var wantsOff = mode.get().value().equals("DISABLED");
            var other = wantsOff
                    ? MySqlTls.flags().stream()
                            .flatMap(key -> client.get(key).chosen().stream())
                            .filter(Setting.Known::value)
                            .findFirst()
                    : isOff;
            return other.map(flag -> violation(client, mode.get(), flag)).orElse(Verdict.PASS);
        }
        return isOff.isPresent() && stricter.isPresent()
                ? violation(client, isOff.get(), stricter.get())
                : Verdict.PASS;
    }

    private Verdict mariaDb(Client client) {
        var use = client.get(MariaDbDriverKeys.USE_SSL).chosen().filter(Setting.Known::value);
        var mode = client.get(MariaDbDriverKeys.SSL_MODE)
                .chosen()
                .filter(chosen -> chosen.value().toLowerCase(Locale.ROOT).startsWith("disable"));
        return use.isPresent() && mode.isPresent() ? violation(client, use.get(), mode.get()) : Verdict.PASS;
    }

    private Verdict violation(Client client, Setting.Known<?> wins, Setting.Known<?> loses) {
        return Verdict.violation(finding(
                client,
                loses.key() + "=" + loses.value() + " beside " + wins.key() + "=" + wins.value() + " has no effect",
                "One of the two is not what somebody meant: either data that should be encrypted is not, or a server without"
                        + " TLS will be refused, and the file says both.",
                new Edit.Decide(loses.origin(), "keep sslMode alone, with the value that is meant"),
                Evidence.of(loses),
                Evidence.of(wins)));
    }
}
