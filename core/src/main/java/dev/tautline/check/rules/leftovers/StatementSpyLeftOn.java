package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import java.util.Set;
import java.util.stream.Stream;

/// A driver that records every statement stands around the real one.
public final class StatementSpyLeftOn implements ClientRule {
    private static final Set<String> SPIES = Set.of("p6spy", "log4jdbc");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.url()
                .filter(url -> url.wrapper().stream()
                        .flatMap(all -> Stream.of(all.split(":", -1)))
                        .anyMatch(SPIES::contains))
                .map(url -> Verdict.violation(finding(
                        client,
                        "every statement passes a driver that records it",
                        "Each query is written to a file with its values: the disk fills, requests get slower"
                                + " the busier the shop is, and customers' data lie in a file that nobody thinks of.",
                        new Edit.Decide(client.urlText().origin(), "name the real driver in the URL"),
                        ClientRule.url(client))))
                .orElse(Verdict.PASS);
    }
}
