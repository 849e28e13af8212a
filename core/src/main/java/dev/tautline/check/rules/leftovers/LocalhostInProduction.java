package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HostPort;

/// Production looks for its database on its own machine.
public final class LocalhostInProduction implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        if (!client.profile().isProduction() || client.workload().isPresent()) {
            return Verdict.notApplicable("not a profile of production, or what runs it is known");
        }
        return client.url()
                .filter(url -> !url.hosts().isEmpty() && url.hosts().stream().allMatch(HostPort::isLoopback))
                .map(url -> Verdict.violation(finding(
                        client,
                        "production looks for its database on its own machine",
                        "In a container nothing listens there: the service does not start. As the default of"
                                + " a variable it comes true on the day on which the variable is missing.",
                        new Edit.Decide(
                                client.urlText().origin(),
                                "name the host of production, or a variable without a default"),
                        ClientRule.url(client))))
                .orElse(Verdict.PASS);
    }
}
