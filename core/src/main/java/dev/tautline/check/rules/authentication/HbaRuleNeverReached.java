package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import java.util.List;
import java.util.stream.Stream;

/// An earlier rule matches everything that a later one is for.
public final class HbaRuleNeverReached implements ServerRule {
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
        return server.hba()
                .map(hba -> Verdict.of(hba.lines().stream()
                        .filter(line -> isWritten(hba, line))
                        .flatMap(line -> before(hba.lines(), line)
                                .filter(earlier -> covers(earlier, line))
                                .findFirst()
                                .map(earlier -> finding(server, earlier, line))
                                .stream())
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("no pg_hba.conf"));
    }

    /// A line that an operator adds by itself has no place of its own, and a rule above it is meant to come first.
    private static boolean isWritten(Server.Hba hba, HbaLine line) {
        return !line.origin().equals(hba.origin());
    }

    private static Stream<HbaLine> before(List<HbaLine> lines, HbaLine line) {
        return lines.subList(0, lines.indexOf(line)).stream();
    }

    private static boolean covers(HbaLine earlier, HbaLine line) {
        var isOfType = earlier.type().equals(line.type())
                || (earlier.type().equals("host") && line.type().startsWith("host"));
        return isOfType
                && !earlier.method().equals(line.method())
                && holds(earlier.databases(), line.databases())
                && holds(earlier.users(), line.users())
                && (earlier.address().isEmpty()
                        || HbaAddress.covers(
                                earlier.address().get(), line.address().orElse("")));
    }

    /// The word `all` does not mean replication.
    private static boolean holds(List<String> earlier, List<String> later) {
        return earlier.containsAll(later) || (earlier.contains("all") && !later.contains("replication"));
    }

    private Finding finding(Server server, HbaLine earlier, HbaLine line) {
        return finding(
                server,
                "the rule " + line.method() + " is never reached: an earlier one with " + earlier.method()
                        + " matches first",
                "What this line promises does not hold: the earlier line decides with " + earlier.method() + ".",
                new Edit.Decide(line.origin(), "move this line above " + earlier.origin()),
                new Evidence("pg_hba.conf", line.type() + " … " + line.method(), line.origin()),
                new Evidence("pg_hba.conf", earlier.type() + " … " + earlier.method(), earlier.origin()));
    }
}
