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
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HostPort;

/// useSSL=true does not insist on TLS.
public final class UseSslOnlyPrefersTls implements ClientRule {
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
        return ClientRule.onConnectorJ(client, url -> {
            if (url.hosts().stream().allMatch(HostPort::isLoopback)) {
                return Verdict.notApplicable("the server is on the same machine");
            }
            return MySqlTls.given(client, DriverKeys.CONNECTOR_J, tls -> judge(client, tls));
        });
    }

    private Verdict judge(Client client, MySqlTls tls) {
        return tls.level() == MySqlTls.Level.IF_OFFERED && tls.said().key().equals(ConnectorJKeys.USE_SSL)
                ? Verdict.violation(finding(
                        client,
                        "useSSL=true encrypts only if the server offers it",
                        "If the server's certificate is lost in an upgrade, or somebody on the way says that there is no TLS, the"
                                + " driver goes on in plain text, password and orders included, without a word.",
                        new Edit.Decide(tls.said().origin(), "write sslMode=VERIFY_IDENTITY in place of useSSL=true"),
                        Evidence.of(tls.said())))
                : Verdict.PASS;
    }
}
