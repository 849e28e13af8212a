package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// A limit for statements holds for backups and migrations, too.
public final class TimeoutForEverybody implements ServerRule {
    private static final List<SettingKey<Duration>> LIMITS =
            List.of(PostgresKeys.STATEMENT_TIMEOUT, PostgresKeys.LOCK_TIMEOUT, PostgresKeys.TRANSACTION_TIMEOUT);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Verdict.of(LIMITS.stream()
                .flatMap(key -> server.get(key).chosen().stream())
                .filter(limit -> limit.value().isPositive())
                .map(limit -> finding(
                        server,
                        limit.key().name() + " = " + Words.of(limit.value()) + " holds for every session",
                        "Backups, migrations and index builds are cut off in the middle, at night, when nobody looks.",
                        new Edit.Decide(
                                limit.origin(),
                                "remove it, and set it for the application's role: ALTER ROLE … SET "
                                        + limit.key().name() + " = …"),
                        Evidence.of(limit)))
                .toList());
    }
}
