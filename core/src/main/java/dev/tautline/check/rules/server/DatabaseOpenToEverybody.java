package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import java.util.Set;

/// A firewall of a cloud that lets every address call the database.
public final class DatabaseOpenToEverybody implements ServerRule {
    private static final Set<String> RANGES_OF_AMAZON =
            Set.of("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    /// Within a private network the range only holds who is in there.
    @Override
    public Verdict judge(Server server) {
        var open = server.get(ManagedDatabaseKeys.OPEN_TO).chosen();
        if (open.isEmpty()) {
            return Verdict.notApplicable("no firewall rule lets everybody call");
        }
        var isPublic = server.get(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE)
                .chosen()
                .filter(Setting.Known::value)
                .isPresent();
        var found = finding(
                server,
                "the firewall lets every address call the database",
                "Nothing but a password stands between the data and whoever reaches the network; log-in attempts alone"
                        + " can use up all connections.",
                new Edit.Decide(open.get().origin(), "name the security group or the range of those who call"),
                Evidence.of(open.get()));
        return Verdict.violation(
                isPublic || !RANGES_OF_AMAZON.contains(key(open.get().origin()))
                        ? found
                        : found.withSeverity(Severity.MEDIUM));
    }

    private static String key(Origin origin) {
        return origin.place().map(Origin.InFile::key).orElse("");
    }
}
