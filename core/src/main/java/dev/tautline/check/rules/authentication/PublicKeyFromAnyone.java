package dev.tautline.check.rules.authentication;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// The key that hides the password is taken from whoever answers.
public final class PublicKeyFromAnyone implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(client, (url, keys) -> {
            if (url.hosts().stream().allMatch(HostPort::isLoopback)) {
                return Verdict.notApplicable("the server is on the same machine");
            }
            var retrieval = keys.product() == Product.MARIADB_DRIVER
                    ? MariaDbDriverKeys.ALLOW_PUBLIC_KEY_RETRIEVAL
                    : ConnectorJKeys.ALLOW_PUBLIC_KEY_RETRIEVAL;
            return Rule.chosen(
                    client.get(retrieval),
                    allowed -> MySqlTls.given(client, keys, tls -> judge(client, keys, allowed, tls)));
        });
    }

    private Verdict judge(Client client, DriverKeys keys, Setting.Known<Boolean> allowed, MySqlTls tls) {
        return !allowed.value() || tls.level() != MySqlTls.Level.OFF
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "without TLS, the key that hides the password is taken from whoever answers",
                        "Somebody on the way hands out a key of their own, reads the password, and logs in as the service.",
                        Edits.driver(
                                client,
                                keys.sslMode(),
                                keys.product() == Product.CONNECTOR_J ? "VERIFY_IDENTITY" : "verify-full"),
                        Evidence.of(allowed),
                        Evidence.of(tls.said())));
    }
}
