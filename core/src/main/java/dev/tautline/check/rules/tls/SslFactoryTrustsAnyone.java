package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// The factory for TLS accepts every certificate, whatever the mode says.
public final class SslFactoryTrustsAnyone implements ClientRule {

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
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.SSL_FACTORY), factory -> judge(client, factory)));
    }

    private Verdict judge(Client client, Setting.Known<String> factory) {
        return factory.value().endsWith(".NonValidatingFactory")
                ? Verdict.violation(finding(
                        client,
                        "sslfactory accepts every certificate",
                        "Encryption without knowing for whom: whoever answers in the server's place gets the"
                                + " password and every order, and the URL still looks as if TLS were on.",
                        new Edit.Remove(factory.origin(), factory.key().name()),
                        Evidence.of(factory)))
                : Verdict.PASS;
    }
}
