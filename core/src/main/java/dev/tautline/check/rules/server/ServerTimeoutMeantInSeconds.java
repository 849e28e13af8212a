package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// A limit of less than a second for everybody: a bare number counts milliseconds.
public final class ServerTimeoutMeantInSeconds implements ServerRule {
    private static final List<SettingKey<Duration>> LIMITS = List.of(
            PostgresKeys.STATEMENT_TIMEOUT,
            PostgresKeys.TRANSACTION_TIMEOUT,
            PostgresKeys.IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            PostgresKeys.IDLE_SESSION_TIMEOUT);

    private static final Duration SHORTEST_MEANT = Duration.ofSeconds(1);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Verdict.of(LIMITS.stream()
                .flatMap(key -> server.get(key).chosen().stream())
                .filter(limit -> limit.value().isPositive() && limit.value().compareTo(SHORTEST_MEANT) < 0)
                .map(limit -> finding(server, limit))
                .toList());
    }

    private Finding finding(Server server, Setting.Known<Duration> limit) {
        var name = limit.key().name();
        return finding(
                server,
                name + " of " + server.label() + " is " + Words.of(limit.value())
                        + ": a bare number counts milliseconds",
                name.startsWith("idle")
                        ? "Sessions are ended in the middle of ordinary work: pools lose their connections as fast as they"
                                + " make them, and clients see \"terminating connection\"."
                        : "Every query that takes a little longer fails with 57014 \"canceling statement due to statement"
                                + " timeout\", backups and migrations included.",
                new Edit.Decide(
                        limit.origin(),
                        "write the unit: " + name + " = '" + limit.value().toMillis() + "s'"),
                Evidence.of(limit));
    }
}
