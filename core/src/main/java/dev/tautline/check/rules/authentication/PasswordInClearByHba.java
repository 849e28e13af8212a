package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;

/// The server asks for the password in clear.
public final class PasswordInClearByHba implements ServerRule {
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
                line -> line.method().equals("password") && !line.type().equals("hostssl"),
                line -> finding(
                        server,
                        "the method password asks for the password in clear",
                        "Whoever listens anywhere on the way has the password of the application.",
                        new Edit.Decide(line.origin(), "write scram-sha-256 in place of password"),
                        HbaLines.read(line)));
    }
}
