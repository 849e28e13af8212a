package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;

/// Developers work on the database of customers.
public final class ProductionDatabaseInDevelopment implements LinkRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .filter(client -> client.profile().isDevelopment())
                .flatMap(client ->
                        client.url().flatMap(Purpose::ofProduction).map(name -> finding(client, name)).stream())
                .distinct()
                .toList());
    }

    private Finding finding(Client client, String name) {
        return finding(
                client.label() + ", " + client.profile(),
                "a profile of developers calls '" + name + "'",
                "One test run, one ddl-auto or one clean on somebody's machine deletes the orders of" + " customers.",
                new Edit.Decide(client.urlText().origin(), "name a database of developers"),
                ClientRule.url(client));
    }
}
