package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.util.stream.Stream;

/// Two settings name different schemas for the same connection.
public final class SchemaSetTwice implements ClientRule {

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
        return ClientRule.onPostgres(
                client,
                url -> Rule.chosen(
                        client.get(PgjdbcKeys.CURRENT_SCHEMA),
                        first -> Verdict.of(others(client)
                                .filter(other -> !isSame(first.value(), other.value()))
                                .limit(1)
                                .map(other -> finding(client, first, other))
                                .toList())));
    }

    private static Stream<Setting.Known<String>> others(Client client) {
        return Stream.of(
                        client.get(HikariKeys.SCHEMA),
                        SessionSettings.of(client).get(PostgresKeys.SEARCH_PATH))
                .flatMap(setting -> setting.chosen().stream());
    }

    private static boolean isSame(String one, String other) {
        return first(one).equals(first(other));
    }

    /// The schema that new tables go to, and in which names are looked for first.
    private static String first(String schemas) {
        return schemas.replaceAll("[\"'\\s]", "").replaceFirst(",.*", "");
    }

    private Finding finding(Client client, Setting.Known<String> first, Setting.Known<String> other) {
        return finding(
                client,
                "currentSchema is '" + first.value() + "', but " + other.key() + " is '" + other.value() + "'",
                "Which of them holds depends on who comes last. Tables are not found, or, worse,"
                        + " those of the same name in the other schema are read and written.",
                new Edit.Remove(first.origin(), first.key().name()),
                Evidence.of(first),
                Evidence.of(other));
    }
}
