package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import dev.tautline.settings.HikariKeys;
import java.util.List;

/// The pool tests idle connections less often than before, or no longer.
public final class KeepaliveWeakened implements ClientChangeRule {
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
        return change
                .both(HikariKeys.KEEPALIVE_TIME)
                .filter(time -> time.was().isPositive())
                .filter(time -> !time.is().isPositive()
                        || time.is().compareTo(time.was().multipliedBy(2)) >= 0)
                .map(time -> finding(
                        change,
                        "idle connections are tested less: keepaliveTime "
                                + (time.is().isPositive() ? time : Words.of(time.was()) + " → never"),
                        "A balancer or firewall drops what is silent for longer than its limit, and the first requests"
                                + " after a quiet hour fail.",
                        "stay below the shortest idle time-out on the way; it was " + Words.of(time.was()),
                        time.read()))
                .stream()
                .toList();
    }
}
