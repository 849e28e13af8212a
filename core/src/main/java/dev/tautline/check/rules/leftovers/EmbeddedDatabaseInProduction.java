package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import java.util.Set;

/// Production keeps its orders in the memory of one process.
public final class EmbeddedDatabaseInProduction implements ClientRule {
    private static final Set<String> IN_MEMORY = Set.of("mem", "memory");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.profile().isProduction()
                ? client.url()
                        .filter(url -> url.isEmbedded() && isInMemory(url))
                        .map(url -> Verdict.violation(finding(
                                client,
                                "production uses a database in memory",
                                "Each instance has a database of its own, and each restart deletes it: orders that"
                                        + " customers have paid for are gone.",
                                new Edit.Decide(client.urlText().origin(), "name the real database"),
                                ClientRule.url(client))))
                        .orElse(Verdict.PASS)
                : Verdict.notApplicable("not a profile of production");
    }

    private static boolean isInMemory(JdbcUrl url) {
        return url.database()
                .map(name -> IN_MEMORY.contains(name.replaceFirst(":.*", "")))
                .orElse(false);
    }
}
