package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;

/// Other machines are let in without a password.
public final class TrustOverNetwork implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return server.hba()
                .map(hba -> Verdict.of(hba.lines().stream()
                        .filter(line -> line.type().startsWith("host")
                                && line.method().equals("trust")
                                && !HbaAddress.isOwnMachine(line))
                        .map(line -> finding(
                                server,
                                "everybody from " + line.address().orElse("anywhere") + " is let in without a password",
                                "Whoever reaches the server is any user he names, superusers included: the data can be read, changed and dropped.",
                                new Edit.Decide(
                                        line.origin(),
                                        "write scram-sha-256 in place of trust, and give the roles passwords"),
                                new Evidence(
                                        "pg_hba.conf",
                                        line.type() + " … " + line.address().orElse("") + " " + line.method(),
                                        line.origin())))
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("no pg_hba.conf"));
    }
}
