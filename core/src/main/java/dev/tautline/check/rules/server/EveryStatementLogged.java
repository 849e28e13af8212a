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

/// Each statement is written to the log.
public final class EveryStatementLogged implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.LOG_STATEMENT),
                known -> known.value().equals("all")
                        ? Verdict.violation(finding(
                                server,
                                "log_statement = all writes every statement to the log",
                                "The log fills the disk, and the data of customers stands in it in clear.",
                                new Edit.Replace(known.origin(), known.key().name(), "ddl"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
