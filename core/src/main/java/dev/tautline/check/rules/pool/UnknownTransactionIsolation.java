package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// An isolation level that the pool cannot read ends the start of the application.
public final class UnknownTransactionIsolation implements ClientRule {
    /// The names of HikariCP 7.1.0, `util.IsolationLevel`, in any case.
    private static final Set<String> NAMES = Set.of(
            "TRANSACTION_NONE",
            "TRANSACTION_READ_UNCOMMITTED",
            "TRANSACTION_READ_COMMITTED",
            "TRANSACTION_CURSOR_STABILITY",
            "TRANSACTION_REPEATABLE_READ",
            "TRANSACTION_LAST_COMMITTED",
            "TRANSACTION_SERIALIZABLE",
            "TRANSACTION_SQL_SERVER_SNAPSHOT_ISOLATION_LEVEL");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

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
        return ClientRule.onHikari(
                client, () -> Rule.chosen(client.get(HikariKeys.TRANSACTION_ISOLATION), level -> judge(client, level)));
    }

    private Verdict judge(Client client, Setting.Known<String> level) {
        if (NAMES.contains(level.value().toUpperCase(Locale.ROOT))
                || NUMBER.matcher(level.value()).matches()) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                client.poolKey(level.key()) + " '" + level.value() + "' is not a level that HikariCP knows",
                "The pool does not start: \"Invalid transaction isolation value\". The next restart"
                        + " or deployment with this file ends in an outage.",
                Edits.pool(
                        client,
                        level.key(),
                        "TRANSACTION_" + level.value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_")),
                Evidence.of(level)));
    }
}
