package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;

/// Production calls a database whose name says that it is for tests.
public final class TestDatabaseInProduction implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.profile().isProduction()
                ? client.url()
                        .flatMap(Purpose::ofTests)
                        .map(name -> Verdict.violation(finding(
                                client,
                                "production calls '" + name + "'",
                                "Orders of customers go into a database that is emptied, copied or switched off"
                                        + " whenever somebody tests, and that nobody backs up.",
                                new Edit.Decide(client.urlText().origin(), "name the database of production"),
                                ClientRule.url(client))))
                        .orElse(Verdict.PASS)
                : Verdict.notApplicable("not a profile of production");
    }
}
