package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;
import java.util.List;

/// The server has fewer slots than before.
public final class MaxConnectionsLowered implements ServerChangeRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public List<Finding> judge(LinkChange.ServerChange change) {
        var was = change.before().get(PostgresKeys.MAX_CONNECTIONS).known();
        var is = change.after().get(PostgresKeys.MAX_CONNECTIONS).known();
        if (was.isEmpty() || is.isEmpty() || is.get().value() >= was.get().value()) {
            return List.of();
        }
        var both = new Both<>(was.get(), is.get());
        return List.of(finding(
                change.after().name(),
                "max_connections of " + change.after().name() + " is lowered: " + both,
                "After its next restart the server refuses what does not fit (53300). A standby with fewer slots than its"
                        + " primary stops replaying.",
                "add up the pools of all clients first, and lower the standbys last",
                both.read()));
    }
}
