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

/// Nobody cleans up after updates.
public final class AutovacuumOff implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.AUTOVACUUM),
                known -> !known.value()
                        ? Verdict.violation(finding(
                                server,
                                "autovacuum is off",
                                "Tables and indexes grow without end and queries become slower each week; in the end the server refuses writes to save itself from transaction wraparound.",
                                new Edit.Replace(known.origin(), known.key().name(), "on"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
