package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import java.time.Duration;
import java.util.List;

/// Connections live twice as long as before, or for ever.
public final class LifetimeRaised implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.LIFETIME.stream()
                .flatMap(key -> change.both(key).stream())
                .filter(age -> age.was().isPositive() && isRaised(age))
                .map(age -> finding(
                        change,
                        "connections live longer: " + age.after().key() + " "
                                + (age.is().isPositive() ? age : Words.of(age.was()) + " → no end"),
                        "A connection that outlives a firewall, a balancer or a DNS change breaks in use, and after a"
                                + " failover the pool keeps to the old server for that long.",
                        "stay below the shortest idle time-out on the way; it was " + Words.of(age.was()),
                        age.read()))
                .toList();
    }

    private static boolean isRaised(Both<Duration> age) {
        return !age.is().isPositive() || age.is().compareTo(age.was().multipliedBy(2)) >= 0;
    }
}
