package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import java.util.List;

/// A limit shrinks to a third or less: what took longer than that fails from now on.
public final class TimeLimitCut implements ClientChangeRule {
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
        return Meaning.LIMIT.stream()
                .flatMap(key -> change.both(key).stream())
                .filter(limit -> limit.is().isPositive())
                .filter(limit -> limit.was().compareTo(limit.is().multipliedBy(3)) >= 0)
                .map(limit -> finding(
                        change,
                        "a limit is cut: " + limit.after().key() + " " + limit,
                        "Whatever takes longer than " + Words.of(limit.is())
                                + " fails from now on: reports, migrations, the first connections after a failover.",
                        "see in the measurements that nothing takes longer than " + Words.of(limit.is()),
                        limit.read()))
                .toList();
    }
}
