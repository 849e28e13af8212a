package dev.tautline.check.rules.authentication;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import java.util.Set;

/// Every user on every machine may ask for a copy of the whole server.
public final class ReplicationOpenToAll implements ServerRule {
    /// Told by rules of their own, or no way in without a certificate.
    private static final Set<String> OTHERS = Set.of("reject", "trust", "ident", "peer", "cert");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return HbaLines.overNetwork(
                server,
                ReplicationOpenToAll::isOpen,
                line -> finding(
                        server,
                        "every user from everywhere may replicate",
                        "One stolen password of a role with REPLICATION copies the whole server, every database of it, without"
                                + " one query in the log; a slot that a stranger leaves behind fills the disk.",
                        new Edit.Decide(
                                line.origin(),
                                "name the role of the standbys in place of all, and their network in place of "
                                        + line.address().orElse("all")),
                        HbaLines.read(line)));
    }

    private static boolean isOpen(HbaLine line) {
        return line.databases().contains("replication")
                && line.users().contains("all")
                && HbaAddress.isEverywhere(line)
                && !OTHERS.contains(line.method());
    }
}
