package dev.tautline.check.rules.pool;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import java.time.Duration;

/// The test of one connection may take as long as a request may wait for a connection.
public final class ValidationTimeoutNotBelowConnectionTimeout implements ClientRule {
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
        return ClientRule.onHikari(
                client,
                () -> Both.of(
                        client,
                        HikariKeys.CONNECTION_TIMEOUT,
                        HikariKeys.VALIDATION_TIMEOUT,
                        both -> judge(client, both)));
    }

    private Verdict judge(Client client, Both<Duration, Duration> both) {
        var wait = both.one().value();
        var validation = both.other();
        var waitsForEver = wait.isZero();
        if (waitsForEver || validation.value().compareTo(wait) < 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                        client,
                        client.poolKey(validation.key()) + " (" + Words.of(validation.value())
                                + ") is not below connection-timeout (" + Words.of(wait) + ")",
                        "Testing one dead connection uses up the whole wait. After a network fault every request fails once per dead"
                                + " connection, although a new connection would have worked.",
                        Edits.pool(client, validation.key(), String.valueOf(wait.toMillis() / 2)),
                        both.read())
                .withSeverity(validation.isChosen() ? severity() : Severity.LOW)
                .mendedSafely());
    }
}
