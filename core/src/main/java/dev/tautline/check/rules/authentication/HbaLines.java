package dev.tautline.check.rules.authentication;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import java.util.function.Function;
import java.util.function.Predicate;

/// The lines of a `pg_hba.conf` that are judged each by itself.
final class HbaLines {
    private HbaLines() {}

    /// Judges the lines that are for other machines.
    static Verdict overNetwork(Server server, Predicate<HbaLine> isDefect, Function<HbaLine, Finding> finding) {
        return server.hba()
                .map(hba -> Verdict.of(hba.lines().stream()
                        .filter(line -> line.type().startsWith("host") && !HbaAddress.isOwnMachine(line))
                        .filter(isDefect)
                        .map(finding)
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("no pg_hba.conf"));
    }

    static Evidence read(HbaLine line) {
        return new Evidence(
                "pg_hba.conf", line.type() + " … " + line.address().orElse("") + " " + line.method(), line.origin());
    }
}
