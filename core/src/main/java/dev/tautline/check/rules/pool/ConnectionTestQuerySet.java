package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;

/// A test query does worse what the driver does by itself.
public final class ConnectionTestQuerySet implements ClientRule {
    private static final Pattern TRIVIAL = Pattern.compile(
            "(?i)\\s*(/\\*.*?\\*/)?\\s*select\\s+(1|now\\(\\)|version\\(\\)|current_timestamp)\\s*;?\\s*");

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
        return ClientRule.onServer(
                client,
                (url, keys) -> ClientRule.onHikari(
                        client,
                        () -> Rule.chosen(
                                client.get(HikariKeys.CONNECTION_TEST_QUERY), query -> judge(client, query))));
    }

    private Verdict judge(Client client, Setting.Known<String> query) {
        return TRIVIAL.matcher(query.value()).matches()
                ? Verdict.violation(finding(
                        client,
                        "connections are tested with '" + query.value().strip() + "'",
                        "The driver's own test is cheaper and does the same. With auto-commit off the query"
                                + " also opens a transaction, which HikariCP has to roll back each time.",
                        new Edit.Remove(query.origin(), client.poolKey(query.key())),
                        Evidence.of(query)))
                : Verdict.PASS;
    }
}
