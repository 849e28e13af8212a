package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;

/// The server asks an ident service that hardly any machine has.
public final class IdentOverNetwork implements ServerRule {
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
        return server.hba()
                .map(hba -> Verdict.of(hba.lines().stream()
                        .filter(line -> line.type().startsWith("host")
                                && (line.method().equals("ident")
                                        || line.method().equals("peer"))
                                && !HbaAddress.isOwnMachine(line))
                        .map(line -> finding(
                                server,
                                "the method " + line.method() + " cannot work for clients on other machines",
                                "Log-ins from other machines fail with 28000 \"Ident authentication failed\"; whoever runs an ident service there is believed everything.",
                                new Edit.Decide(line.origin(), "write scram-sha-256 in place of " + line.method()),
                                new Evidence(
                                        "pg_hba.conf",
                                        line.type() + " … " + line.address().orElse("") + " " + line.method(),
                                        line.origin())))
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("no pg_hba.conf"));
    }
}
