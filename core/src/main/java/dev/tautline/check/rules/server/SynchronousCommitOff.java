package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;
import java.util.Set;

/// Commits are reported before they are safe.
public final class SynchronousCommitOff implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.SYNCHRONOUS_COMMIT),
                known -> Set.of("off", "false", "no", "0").contains(known.value())
                        ? Verdict.violation(finding(
                                server,
                                "synchronous_commit is off for everybody",
                                "After a crash the last orders that customers saw confirmed are gone, up to three times wal_writer_delay of them.",
                                new Edit.Replace(known.origin(), known.key().name(), "on"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
