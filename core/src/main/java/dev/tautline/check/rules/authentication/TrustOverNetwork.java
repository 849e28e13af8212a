package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
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
        return HbaLines.overNetwork(
                server,
                line -> line.method().equals("trust"),
                line -> finding(
                        server,
                        "everybody from " + line.address().orElse("anywhere") + " is let in without a password",
                        "Whoever reaches the server is any user he names, superusers included: the data can be read, changed and dropped.",
                        new Edit.Decide(
                                line.origin(), "write scram-sha-256 in place of trust, and give the roles passwords"),
                        HbaLines.read(line)));
    }
}
