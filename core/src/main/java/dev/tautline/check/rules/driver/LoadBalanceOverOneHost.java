package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// One host cannot be balanced.
public final class LoadBalanceOverOneHost implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> url.hosts().size() > 1
                        ? Verdict.PASS
                        : Rule.chosen(
                                client.get(PgjdbcKeys.LOAD_BALANCE_HOSTS), balance -> judge(client, url, balance)));
    }

    private Verdict judge(Client client, JdbcUrl url, Setting.Known<Boolean> balance) {
        if (!balance.value()) {
            return Verdict.PASS;
        }
        if (!url.isResolved()) {
            return Verdict.undecided("the host is not known here, so it may stand for several");
        }
        return Verdict.violation(finding(
                client,
                "loadBalanceHosts=true, and the URL has one host",
                "All connections go to that host. Whoever counts on the reserve finds out when the" + " host is away.",
                new Edit.Decide(balance.origin(), "name the other hosts, or remove loadBalanceHosts"),
                Evidence.of(balance),
                ClientRule.url(client)));
    }
}
