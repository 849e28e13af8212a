package dev.tautline.check.rules.pool;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;

/// More idle connections are asked for than there may be connections.
public final class MinimumIdleAboveMaximumPoolSize implements ClientRule {

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
                () -> client.get(HikariKeys.MINIMUM_IDLE).chosen().isEmpty()
                        ? Verdict.notApplicable("minimum-idle is not set")
                        : Both.of(
                                client,
                                HikariKeys.MINIMUM_IDLE,
                                HikariKeys.MAXIMUM_POOL_SIZE,
                                both -> judge(client, both)));
    }

    private Verdict judge(Client client, Both<Integer, Integer> both) {
        var idle = both.one();
        var most = both.other();
        return idle.value() <= most.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        client.poolKey(idle.key()) + " (" + idle.value() + ") is above maximum-pool-size ("
                                + most.value() + ")",
                        "HikariCP takes the maximum for both without a word. Whoever wrote the larger number"
                                + " believes in a reserve that the pool does not have.",
                        Edits.pool(client, idle.key(), String.valueOf(most.value())),
                        both.read()));
    }
}
