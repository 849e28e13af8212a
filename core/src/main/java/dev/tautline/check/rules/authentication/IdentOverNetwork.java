package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
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
        return HbaLines.overNetwork(
                server,
                line -> line.method().equals("ident") || line.method().equals("peer"),
                line -> finding(
                        server,
                        "the method " + line.method() + " cannot work for clients on other machines",
                        "Log-ins from other machines fail with 28000 \"Ident authentication failed\"; whoever runs an ident service there is believed everything.",
                        new Edit.Decide(line.origin(), "write scram-sha-256 in place of " + line.method()),
                        HbaLines.read(line)));
    }
}
