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
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// `connectTimeout=0` takes the limit away that the driver has by default.
public final class ConnectTimeoutOff implements ClientRule {
    /// Longer than a handshake across the world, short enough to try the next host.
    private static final Duration ENOUGH = Duration.ofSeconds(2);

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
                (url, keys) -> keys.product() == Product.CONNECTOR_J
                        ? Verdict.notApplicable("Connector/J has no limit by default")
                        : Rule.given(client.get(keys.connectTimeout()), connect -> judge(client, keys, connect)));
    }

    private Verdict judge(Client client, DriverKeys keys, Setting.Known<Duration> connect) {
        return connect.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "connectTimeout is switched off",
                        "A host whose packets are dropped is waited for until the kernel gives up; the other hosts of the"
                                + " URL are not tried before, so a failover does not help.",
                        Edits.driver(client, connect.key(), keys.written(ENOUGH)),
                        Evidence.of(connect)));
    }
}
