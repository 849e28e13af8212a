package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// A thread that waits for an answer from a vanished server waits as long as the kernel does.
public final class MissingSocketTimeout implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> client.isMigration()
                        ? Verdict.notApplicable("a migration may take as long as it takes")
                        : Rule.given(client.get(PgjdbcKeys.SOCKET_TIMEOUT), read -> judge(client, read)));
    }

    private Verdict judge(Client client, Setting.Known<Duration> read) {
        return read.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "reading an answer has no time limit",
                        "When a node or a network path vanishes without a word, every thread that waits for an answer hangs"
                                + " until the kernel gives up, minutes to hours later; the pool is full of dead connections.",
                        Edits.driver(client, read.key(), "30"),
                        ClientRule.url(client),
                        Evidence.of(read)));
    }
}
