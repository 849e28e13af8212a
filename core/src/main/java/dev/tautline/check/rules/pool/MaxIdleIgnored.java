package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.Pool;
import java.util.EnumSet;

/// A size that Druid has ignored for years.
public final class MaxIdleIgnored implements ClientRule {
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
        return PoolView.of(
                client,
                EnumSet.of(Pool.DRUID),
                pool -> client.get(DruidKeys.MAX_IDLE)
                        .chosen()
                        .map(idle -> Verdict.violation(finding(
                                client,
                                client.poolKey(idle.key()) + " has no effect",
                                "Druid takes the value and never looks at it: the number of idle connections is not"
                                        + " what the file says.",
                                new Edit.Remove(idle.origin(), client.poolKey(idle.key())),
                                Evidence.of(idle))))
                        .orElse(Verdict.PASS));
    }
}
