package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;

/// A pool shrinks to half or less.
public final class PoolShrunk implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.POOL_SIZE.stream()
                .flatMap(key -> change.both(key).stream())
                .filter(size -> size.is() * 2 <= size.was())
                .map(size -> finding(
                        change,
                        "the pool shrinks: " + size.after().key() + " " + size,
                        "Under the same traffic requests wait for one of " + size.is() + " connections where "
                                + size.was() + " served them: pages get slow while the database is idle.",
                        "go back to " + size.was() + ", or show with the pool's own numbers that never more than "
                                + size.is() + " are in use",
                        size.read()))
                .toList();
    }
}
