package dev.tautline.check.rules.pool;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import java.time.Duration;

/// A leak threshold above `maxLifetime` switches leak detection off.
public final class LeakThresholdAboveMaxLifetime implements ClientRule {

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
        return Lifetime.beside(client, HikariKeys.LEAK_DETECTION_THRESHOLD, both -> judge(client, both));
    }

    private Verdict judge(Client client, Both<Duration, Duration> both) {
        var lifetime = both.other().value();
        if (both.one().value().compareTo(lifetime) <= 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "leak-detection-threshold (" + Words.of(both.one().value()) + ") is above max-lifetime ("
                        + Words.of(lifetime) + ")",
                "HikariCP switches leak detection off with one warning at start. When the pool runs"
                        + " empty, nothing tells which code keeps the connections.",
                Edits.pool(client, both.one().key(), "60000"),
                both.read()));
    }
}
