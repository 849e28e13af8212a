package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.MySqlTls;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Product;
import java.util.Set;

/// Any certificate of the authority will do, whatever host it is for.
public final class HostNameNotVerified implements ClientRule {
    private static final Set<String> ANY_HOST = Set.of("VERIFY_CA", "verify-ca");

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(client, (url, keys) -> MySqlTls.given(client, keys, tls -> judge(client, keys, tls)));
    }

    private Verdict judge(Client client, DriverKeys keys, MySqlTls tls) {
        var isAnyHost = tls.said().key().equals(ConnectorJKeys.VERIFY_SERVER_CERTIFICATE)
                || ANY_HOST.contains(String.valueOf(tls.said().value()));
        return tls.level() != MySqlTls.Level.VERIFIED || !isAnyHost
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        tls.said().key() + "=" + tls.said().value()
                                + " does not compare the certificate with the host's name",
                        "Everybody who has a certificate of the same authority can answer in the server's place; with a cloud's"
                                + " authority that is every other customer.",
                        Edits.driver(
                                client,
                                keys.sslMode(),
                                keys.product() == Product.CONNECTOR_J ? "VERIFY_IDENTITY" : "verify-full"),
                        Evidence.of(tls.said())));
    }
}
