package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;

/// The pool can be told to let every request wait.
public final class PoolSuspensionAllowed implements ClientRule {

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
        return ClientRule.onHikari(
                client,
                () -> Rule.chosen(client.get(HikariKeys.ALLOW_POOL_SUSPENSION), allowed -> judge(client, allowed)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> allowed) {
        return allowed.value()
                ? Verdict.violation(finding(
                        client,
                        "the pool can be suspended",
                        "Each borrowed connection pays for a semaphore. When somebody suspends the pool and"
                                + " forgets it, requests wait without any time limit: connection-timeout does not count"
                                + " then.",
                        Edits.pool(client, allowed.key(), "false"),
                        Evidence.of(allowed)))
                : Verdict.PASS;
    }
}
