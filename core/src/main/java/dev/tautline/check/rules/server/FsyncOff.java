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

/// The server does not wait for its disk.
public final class FsyncOff implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.FSYNC),
                known -> !known.value()
                        ? Verdict.violation(finding(
                                server,
                                "fsync is off",
                                "A crash or power cut damages the whole database beyond repair: not the last seconds are lost, but everything.",
                                new Edit.Replace(known.origin(), known.key().name(), "on"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
