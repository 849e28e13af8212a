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
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/// A thread that waits for an answer from a vanished server waits as long as the kernel does.
public final class MissingSocketTimeout implements ClientRule {
    /// Far longer than a query of a service takes, far shorter than the kernel's patience.
    private static final Duration ENOUGH = Duration.ofSeconds(30);

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
        return ClientRule.onServer(
                client,
                (url, keys) -> client.isMigration()
                        ? Verdict.notApplicable("a migration may take as long as it takes")
                        : byPool(client)
                                .orElseGet(() -> Rule.given(
                                        client.get(keys.socketTimeout()), read -> judge(client, keys, read))));
    }

    /// Druid hands a limit of its own to the driver, which some versions have by default.
    private static Optional<Verdict> byPool(Client client) {
        if (client.pool() != Pool.DRUID) {
            return Optional.empty();
        }
        var limit = client.get(DruidKeys.SOCKET_TIMEOUT);
        if (limit.chosen().isEmpty()
                && client.settings().versions().find(Product.DRUID).isEmpty()) {
            return Optional.of(Verdict.undecided("some versions of Druid set a limit, and none was found"));
        }
        return limit.knownValue().filter(Duration::isPositive).map(positive -> Verdict.PASS);
    }

    private Verdict judge(Client client, DriverKeys keys, Setting.Known<Duration> read) {
        return read.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "reading an answer has no time limit",
                        "When a node or a network path vanishes without a word, every thread that waits for an answer hangs"
                                + " until the kernel gives up, minutes to hours later; the pool is full of dead connections.",
                        Edits.driver(client, read.key(), keys.written(ENOUGH)),
                        ClientRule.url(client),
                        Evidence.of(read)));
    }
}
