package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The client calls another host, port or database.
public final class DatabaseMoved implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        var before = change.before().url().filter(JdbcUrl::isResolved);
        var after = change.after().url().filter(JdbcUrl::isResolved);
        if (before.isEmpty() || after.isEmpty() || callsTheSame(before.get(), after.get())) {
            return List.of();
        }
        return List.of(finding(
                change,
                "the client calls " + called(after.get()) + " now, and called " + called(before.get()),
                "If the name, the port or the role behind it is not ready everywhere at the same time, every new"
                        + " connection fails; if both are ready, orders are written to two places.",
                "prove it from where the service runs: taut probe, with --expect primary for a service that writes",
                new Evidence(
                        "url", after.get().toString(), change.after().urlText().origin()),
                new Evidence(
                        "before: url",
                        before.get().toString(),
                        change.before().urlText().origin())));
    }

    /// Fewer or more of the same hosts is another rule's matter.
    private static boolean callsTheSame(JdbcUrl before, JdbcUrl after) {
        var was = addresses(before);
        var is = addresses(after);
        return before.subprotocol().equals(after.subprotocol())
                && before.database().equals(after.database())
                && (was.containsAll(is) || is.containsAll(was));
    }

    private static Set<String> addresses(JdbcUrl url) {
        return url.hosts().stream().map(HostPort::toString).collect(Collectors.toSet());
    }

    private static String called(JdbcUrl url) {
        return String.join(",", url.hosts().stream().map(HostPort::toString).toList())
                + url.database().map(name -> "/" + name).orElse("");
    }
}
