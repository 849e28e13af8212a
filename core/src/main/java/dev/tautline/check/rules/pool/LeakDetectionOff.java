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
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// Nothing reports code that keeps a connection, where somebody switched that off or where code takes connections by
/// hand.
public final class LeakDetectionOff implements ClientRule {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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
                () -> isGivenBackByFramework(client)
                        ? Rule.chosen(
                                client.get(HikariKeys.LEAK_DETECTION_THRESHOLD), threshold -> judge(client, threshold))
                        : Rule.given(
                                client.get(HikariKeys.LEAK_DETECTION_THRESHOLD),
                                threshold -> judge(client, threshold)));
    }

    /// Their transactions and templates take connections and give them back. Code beside them may leak all the same,
    /// but no configuration shows it, and a finding at every pool is one that nobody reads.
    private static boolean isGivenBackByFramework(Client client) {
        return switch (client.application().framework()) {
            case SPRING_BOOT, MICRONAUT, QUARKUS, PLAY, DROPWIZARD, JAKARTA -> true;
            case NONE -> false;
        };
    }

    private Verdict judge(Client client, Setting.Known<Duration> threshold) {
        if (!threshold.value().isZero()) {
            return Verdict.PASS;
        }
        var read = threshold.isChosen()
                ? new Evidence[] {Evidence.of(threshold)}
                : new Evidence[] {ClientRule.url(client), Evidence.of(threshold)};
        return Verdict.violation(finding(
                        client,
                        "leak detection is off",
                        "When code forgets to give a connection back, the pool runs empty hours later and nothing tells which code"
                                + " it was.",
                        Edits.pool(
                                client,
                                threshold.key(),
                                String.valueOf(useful(client).toMillis())),
                        read)
                .mendedSafely());
    }

    /// Longer than any legal transaction.
    private static Duration useful(Client client) {
        return client.get(SpringKeys.TRANSACTION_TIMEOUT)
                .knownValue()
                .filter(limit -> limit.compareTo(LeakThresholdBelowTransactionTimeout.LONGEST) <= 0)
                .map(limit -> limit.plusSeconds(30))
                .filter(limit -> limit.compareTo(MINUTE) > 0)
                .orElse(MINUTE);
    }
}
