package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What was made for tests is put into the database of customers.
public final class TestDataInProduction implements ClientRule {
    private static final List<SettingKey<String>> KEYS =
            List.of(SpringKeys.FLYWAY_LOCATIONS, SpringKeys.LIQUIBASE_CONTEXTS, SpringKeys.SQL_INIT_DATA_LOCATIONS);

    private static final Set<String> WORDS =
            Set.of("test", "tests", "testdata", "dev", "demo", "demodata", "sample", "fixtures");

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
                ? Verdict.of(KEYS.stream()
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(TestDataInProduction::namesTests)
                        .map(value -> finding(client, value))
                        .toList())
                : Verdict.notApplicable("not a profile of production");
    }

    private static boolean namesTests(Setting.Known<String> value) {
        // "!test" is how Liquibase excludes a context.
        return Stream.of(value.value().toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(part -> !part.startsWith("!"))
                .flatMap(part -> Stream.of(part.split("[^a-z]+", -1)))
                .anyMatch(WORDS::contains);
    }

    private Finding finding(Client client, Setting.Known<String> value) {
        return applicationFinding(
                client,
                value.key() + " of production is '" + value.value() + "'",
                "Test customers, prices and passwords that stand in the repository get into the"
                        + " database of the shop, where anybody can use them.",
                new Edit.Decide(value.origin(), "leave the part for tests away"),
                Evidence.of(value));
    }
}
