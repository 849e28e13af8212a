package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// Small packets wait for company.
public final class TcpNoDelayOff implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onServer(
                client,
                (url, keys) -> Rule.chosen(
                        client.get(
                                keys.product() == Product.PGJDBC
                                        ? PgjdbcKeys.TCP_NO_DELAY
                                        : ConnectorJKeys.TCP_NO_DELAY),
                        noDelay -> judge(client, noDelay)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> noDelay) {
        return noDelay.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "tcpNoDelay is switched off",
                        "Queries that need more than one packet wait for an acknowledgement, about 40 ms"
                                + " each, while both sides are idle; nobody finds the reason in a plan or a log.",
                        new Edit.Remove(noDelay.origin(), noDelay.key().name()),
                        Evidence.of(noDelay)));
    }
}
