package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
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
                () -> Rule.given(
                        client.get(HikariKeys.VALIDATION_TIMEOUT),
                        validation -> Rule.given(
                                client.get(HikariKeys.CONNECTION_TIMEOUT), wait -> judge(client, validation, wait))));
    }

    private Verdict judge(Client client, Setting.Known<Duration> validation, Setting.Known<Duration> wait) {
        var waitsForEver = wait.value().isZero();
        if (waitsForEver || validation.value().compareTo(wait.value()) < 0) {
            return Verdict.PASS;
        }
        var first = wait.isChosen() ? wait : validation;
        var second = wait.isChosen() ? validation : wait;
        return Verdict.violation(finding(
                client,
                client.poolKey(validation.key()) + " (" + Words.of(validation.value())
                        + ") is not below connection-timeout (" + Words.of(wait.value()) + ")",
                "Testing one dead connection uses up the whole wait. After a network fault every request fails once per dead"
                        + " connection, although a new connection would have worked.",
                Edits.pool(client, validation.key(), String.valueOf(wait.value().toMillis() / 2)),
                Evidence.of(first),
                Evidence.of(second)));
    }
}
