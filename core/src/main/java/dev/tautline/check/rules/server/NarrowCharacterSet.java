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
import java.util.Set;

/// New tables cannot hold every letter.
public final class NarrowCharacterSet implements ServerRule {
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
                server.get(MySqlKeys.CHARACTER_SET_SERVER),
                known -> Set.of("latin1", "utf8", "utf8mb3", "ascii").contains(known.value())
                        ? Verdict.violation(finding(
                                server,
                                "character_set_server = " + known.value() + " cannot hold every letter",
                                "Names with emoji or rare letters fail with error 1366, or turn into question marks for good.",
                                new Edit.Replace(known.origin(), known.key().name(), "utf8mb4"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
