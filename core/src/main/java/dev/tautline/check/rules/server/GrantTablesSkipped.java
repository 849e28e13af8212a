package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;

/// The server asks nobody for a password.
public final class GrantTablesSkipped implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(MySqlKeys.SKIP_GRANT_TABLES),
                known -> known.value()
                        ? Verdict.violation(finding(
                                server,
                                "skip_grant_tables lets everybody in with all rights",
                                "Whoever reaches the port reads, changes and drops everything. The setting is for five minutes of a forgotten root password.",
                                new Edit.Replace(known.origin(), known.key().name(), "OFF"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
