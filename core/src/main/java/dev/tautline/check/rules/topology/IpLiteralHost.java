package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HostPort;

/// An address in a URL cannot follow the database when it moves.
public final class IpLiteralHost implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onServer(
                client,
                (url, keys) -> Verdict.of(url.hosts().stream()
                        .filter(host -> host.isAddress() && !host.isLoopback())
                        .map(host -> finding(client, host))
                        .toList()));
    }

    private Finding finding(Client client, HostPort host) {
        return finding(
                client,
                "the host is the address " + host.host() + ", not a name",
                "When the node moves or fails over, nobody can point the service elsewhere: it calls the old address until its"
                        + " configuration is changed and it is deployed again.",
                new Edit.Decide(host.origin(), "write the DNS name of the database in place of " + host.host()),
                new Evidence("host", host.toString(), host.origin()));
    }
}
