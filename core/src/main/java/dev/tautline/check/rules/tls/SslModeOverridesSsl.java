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
import java.util.Set;

/// `ssl` and `sslmode` contradict each other, and `sslmode` wins.
public final class SslModeOverridesSsl implements ClientRule {
    private static final Set<String> OPTIONAL = Set.of("disable", "allow", "prefer");

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
        return ClientRule.onPostgres(
                client,
                url -> Rule.chosen(
                        client.get(PgjdbcKeys.SSL),
                        ssl -> Rule.chosen(client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, ssl, mode))));
    }

    private Verdict judge(Client client, Setting.Known<String> ssl, Setting.Known<String> mode) {
        var isWanted = !ssl.value().equalsIgnoreCase("false");
        var isGiven = !OPTIONAL.contains(mode.value());
        return isWanted == isGiven
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "ssl=" + ssl.value() + " has no effect beside sslmode=" + mode.value(),
                        isWanted
                                ? "Whoever reads ssl=true believes that the connection is encrypted and checked; the"
                                        + " mode allows it to be in the clear."
                                : "Whoever reads ssl=false believes that the connection needs no certificates; it fails"
                                        + " when they are missing.",
                        new Edit.Remove(ssl.origin(), ssl.key().name()),
                        Evidence.of(ssl),
                        Evidence.of(mode)));
    }
}
