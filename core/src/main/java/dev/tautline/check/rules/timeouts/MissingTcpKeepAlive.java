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
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// Neither TCP keep-alive nor the pool's keep-alive is on.
public final class MissingTcpKeepAlive implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
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
                (url, keys) -> ClientRule.onHikari(
                        client,
                        () -> Rule.given(
                                client.get(keys.tcpKeepAlive()),
                                probe -> Rule.given(
                                        client.get(HikariKeys.KEEPALIVE_TIME), ping -> judge(client, probe, ping)))));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> probe, Setting.Known<Duration> ping) {
        if (probe.value() || !ping.value().isZero()) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                        client,
                        "nothing keeps idle connections alive or notices that they died",
                        "A firewall or load balancer forgets idle connections; after a quiet hour the first requests hang or fail, one"
                                + " per dead connection.",
                        Edits.driver(client, probe.key(), "true"),
                        ClientRule.url(client),
                        Evidence.of(probe),
                        Evidence.of(ping))
                .mendedSafely());
    }
}
