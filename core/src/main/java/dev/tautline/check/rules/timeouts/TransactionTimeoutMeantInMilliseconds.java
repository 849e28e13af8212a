package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// A limit in seconds that was meant in milliseconds is none.
public final class TransactionTimeoutMeantInMilliseconds implements ClientRule {
    /// No transaction that serves a request is meant to take an hour.
    private static final Duration SUSPICIOUS = Duration.ofHours(1);

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
        return Rule.chosen(client.get(SpringKeys.TRANSACTION_TIMEOUT), limit -> judge(client, limit));
    }

    private Verdict judge(Client client, Setting.Known<Duration> limit) {
        return limit.value().compareTo(SUSPICIOUS) <= 0
                ? Verdict.PASS
                : Verdict.violation(applicationFinding(
                        client,
                        "transactions may take " + Words.of(limit.value()),
                        "A bare number is in seconds here. A transaction that hangs keeps its connection and"
                                + " its locks for hours, although the file looks as if that had been taken care of.",
                        Edits.application(
                                client, limit.key(), Math.max(1, limit.value().toSeconds() / 1000) + "s"),
                        Evidence.of(limit)));
    }
}
