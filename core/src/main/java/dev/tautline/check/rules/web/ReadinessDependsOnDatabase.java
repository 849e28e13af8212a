package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.stream.Stream;

/// All instances leave the balancer together when the database is away.
public final class ReadinessDependsOnDatabase implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(SpringKeys.HEALTH_READINESS_INCLUDE), include -> judge(client, include));
    }

    private Verdict judge(Client client, Setting.Known<String> include) {
        var parts = Stream.of(include.value().split(",", -1)).map(String::strip).toList();
        return parts.contains("db") || parts.contains("*")
                ? Verdict.violation(applicationFinding(
                        client,
                        "readiness includes the database",
                        "When the database is away for a moment, every instance leaves the balancer at once:"
                                + " visitors see the balancer's error page, also on pages that need no database.",
                        Edits.application(client, include.key(), "readinessState"),
                        Evidence.of(include)))
                : Verdict.PASS;
    }
}
