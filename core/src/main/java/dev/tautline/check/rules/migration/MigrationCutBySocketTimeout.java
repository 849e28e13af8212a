package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;
import java.util.stream.Stream;

/// A migration that takes longer than a request may is cut in the middle.
public final class MigrationCutBySocketTimeout implements ClientRule {

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
        var tool = MigrationTool.of(client);
        var hasOwn = Stream.of(SpringKeys.FLYWAY_URL, SpringKeys.LIQUIBASE_URL)
                .anyMatch(key -> !(client.get(key) instanceof Setting.Unset<String>));
        return tool.isEmpty() || hasOwn || client.isMigration()
                ? Verdict.notApplicable("no migration tool, or it has a URL of its own")
                : ClientRule.onServer(
                        client,
                        (url, keys) ->
                                Rule.chosen(client.get(keys.socketTimeout()), read -> judge(client, read, tool.get())));
    }

    private Verdict judge(Client client, Setting.Known<Duration> read, String tool) {
        return read.value().isZero()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        tool + " shares the limit of " + Words.of(read.value()) + " for one answer",
                        "The first index on a large table is cut after that time: the service does not start,"
                                + " its lock of the migration stays, and the server goes on building meanwhile.",
                        new Edit.Decide(read.origin(), "give " + tool + " a URL of its own, without socketTimeout"),
                        Evidence.of(read)));
    }
}
