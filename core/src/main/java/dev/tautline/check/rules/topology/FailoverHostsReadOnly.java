package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;

/// After a failover of Connector/J, connections only read.
public final class FailoverHostsReadOnly implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(client, url -> {
            if (url.hosts().size() < 2 || url.mode().isPresent()) {
                return Verdict.notApplicable("not several hosts of which one follows the other");
            }
            return client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                    ? Verdict.notApplicable("the pool only reads")
                    : Rule.given(client.get(ConnectorJKeys.FAIL_OVER_READ_ONLY), flag -> judge(client, flag));
        });
    }

    private Verdict judge(Client client, Setting.Known<Boolean> flag) {
        return !flag.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "several hosts, and connections to any but the first are read-only",
                        "When the first host fails, pages open and every order fails with \"Connection is read-only. Queries"
                                + " leading to data modification are not allowed\", although the second host is healthy.",
                        new Edit.Decide(
                                client.urlText().origin(),
                                "append failOverReadOnly=false if the other hosts take writes; if not, name one host that"
                                        + " follows the primary"),
                        ClientRule.url(client),
                        Evidence.of(flag)));
    }
}
