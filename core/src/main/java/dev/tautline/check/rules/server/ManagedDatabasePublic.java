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
import java.util.stream.Stream;

/// A database of a cloud that has an address on the internet.
public final class ManagedDatabasePublic implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    /// Google's public addresses let nobody in until a range is named, which is a finding of its own.
    @Override
    public Verdict judge(Server server) {
        var isPublic = server.get(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE)
                .chosen()
                .filter(flag -> flag.value() && !isOfGoogle(flag.origin()));
        if (isPublic.isEmpty()) {
            return Verdict.notApplicable("nothing says that the database is public");
        }
        var open = server.get(ManagedDatabaseKeys.OPEN_TO).chosen();
        var read = Stream.concat(isPublic.stream(), open.stream())
                .map(Evidence::of)
                .toArray(Evidence[]::new);
        var found = finding(
                server,
                "the database has a public address" + (open.isPresent() ? ", and everybody may call it" : ""),
                "Strangers find the port within hours and try passwords day and night; one firewall rule too many, and"
                        + " nothing else stands before the data.",
                new Edit.Replace(isPublic.get().origin(), "publicly_accessible", "false"),
                read);
        return Verdict.violation(open.isPresent() ? found : found.withSeverity(Severity.MEDIUM));
    }

    private static boolean isOfGoogle(Origin origin) {
        return origin.place()
                .filter(place -> place.key().equals("ipv4_enabled"))
                .isPresent();
    }
}
