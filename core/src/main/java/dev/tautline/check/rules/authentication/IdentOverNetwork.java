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
                        consequence(line.method()),
                        new Edit.Decide(line.origin(), "write scram-sha-256 in place of " + line.method()),
                        HbaLines.read(line)));
    }

    /// PostgreSQL reads `peer` on Unix sockets only, and takes it for an error elsewhere (`hba.c`).
    private static String consequence(String method) {
        return method.equals("peer")
                ? "The server does not start: \"could not load pg_hba.conf\". One that runs keeps its former rules at a reload, so that no change of the file takes effect."
                : "Log-ins from other machines fail with 28000 \"Ident authentication failed\"; whoever runs an ident service there is believed everything.";
    }
}
