package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.PgjdbcKeys;
import java.util.List;

/// Which role of server the driver accepts is another one.
public final class TargetServerTypeChanged implements ClientChangeRule {
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
        return change
                .both(PgjdbcKeys.TARGET_SERVER_TYPE)
                .map(type -> finding(
                        change,
                        "targetServerType " + type,
                        "After the next failover the driver may sit on a standby: every write fails as read-only, while"
                                + " pages that only read look well. The other way round, reads load the primary.",
                        "go back to " + type.was() + ", or say which role this client needs",
                        type.read()))
                .stream()
                .toList();
    }
}
