package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The URL names fewer hosts of the cluster than before.
public final class FailoverHostDropped implements ClientChangeRule {
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
        var before = change.before().url().filter(JdbcUrl::isResolved).map(FailoverHostDropped::addresses);
        var after = change.after().url().filter(JdbcUrl::isResolved).map(FailoverHostDropped::addresses);
        if (before.isEmpty() || after.isEmpty() || after.get().isEmpty()) {
            return List.of();
        }
        var dropped = new TreeSet<>(before.get());
        dropped.removeAll(after.get());
        return dropped.isEmpty() || !before.get().containsAll(after.get())
                ? List.of()
                : List.of(finding(
                        change,
                        "the URL no longer names " + String.join(", ", dropped),
                        "When the host that is left loses its role, the driver has nowhere else to look: the database"
                                + " fails over, and the service does not.",
                        "name every host of the cluster again, or one name that follows the primary",
                        new Evidence(
                                "url",
                                String.join(",", after.get()),
                                change.after().urlText().origin()),
                        new Evidence(
                                "before: url",
                                String.join(",", before.get()),
                                change.before().urlText().origin())));
    }

    private static Set<String> addresses(JdbcUrl url) {
        return new TreeSet<>(url.hosts().stream().map(HostPort::toString).toList());
    }
}
