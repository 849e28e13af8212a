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
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// A legal transaction is reported as a leak.
public final class LeakThresholdBelowTransactionTimeout implements ClientRule {

    /// A limit of hours was meant in milliseconds: the matter of a rule of its own.
    static final Duration LONGEST = Duration.ofHours(1);

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
        return ClientRule.onHikari(
                client,
                () -> Rule.chosen(
                        client.get(HikariKeys.LEAK_DETECTION_THRESHOLD),
                        threshold -> Rule.chosen(
                                client.get(SpringKeys.TRANSACTION_TIMEOUT), limit -> judge(client, threshold, limit))));
    }

    private Verdict judge(Client client, Setting.Known<Duration> threshold, Setting.Known<Duration> limit) {
        var isWell = threshold.value().isZero() || threshold.value().compareTo(limit.value()) >= 0;
        if (isWell || limit.value().compareTo(LONGEST) > 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "leaks are reported after " + Words.of(threshold.value()) + ", but transactions may take "
                        + Words.of(limit.value()),
                "The log fills with \"Apparent connection leak detected\" for transactions that are"
                        + " well, people stop reading it, and the real leak is among the lines that nobody"
                        + " reads.",
                Edits.pool(
                        client,
                        threshold.key(),
                        String.valueOf(limit.value().plusSeconds(30).toMillis())),
                Evidence.of(threshold),
                Evidence.of(limit)));
    }
}
