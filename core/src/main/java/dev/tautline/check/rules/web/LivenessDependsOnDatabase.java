package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.SpringKeys;
import java.util.Arrays;
import java.util.Set;

/// A database that is away makes the platform restart the service.
public final class LivenessDependsOnDatabase implements ClientRule {
    private static final Set<String> DATABASE = Set.of("db", "*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Client client) {
        return client.get(SpringKeys.HEALTH_LIVENESS_INCLUDE)
                .chosen()
                .filter(included -> Arrays.stream(included.value().split(",", -1))
                        .map(String::strip)
                        .anyMatch(DATABASE::contains))
                .map(included -> Verdict.violation(finding(
                        client,
                        "the liveness probe asks the database",
                        "When the database is away for a moment, the platform restarts every instance at once; all of them"
                                + " then connect at the same time, and a blip becomes an outage.",
                        new Edit.Replace(included.origin(), included.key().name(), "livenessState"),
                        Evidence.of(included))))
                .orElse(Verdict.PASS);
    }
}
