package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/// An `idleTimeout` on a pool of a fixed size does nothing.
public final class IdleTimeoutWithoutEffect implements ClientRule {

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
                        client.get(HikariKeys.IDLE_TIMEOUT),
                        idle -> Rule.given(
                                client.get(HikariKeys.MAXIMUM_POOL_SIZE), most -> judge(client, idle, most))));
    }

    private Verdict judge(Client client, Setting.Known<Duration> idle, Setting.Known<Integer> most) {
        var minimum = client.get(HikariKeys.MINIMUM_IDLE);
        if (minimum instanceof Setting.Unresolved<Integer> || minimum instanceof Setting.Malformed<Integer>) {
            return Rule.given(minimum, any -> Verdict.PASS);
        }
        // HikariCP says nothing about its own default and about 0, so neither do we.
        var isDefault = idle.value().isZero()
                || HikariKeys.IDLE_TIMEOUT
                        .defaultIn(HikariKeys.IDLE_TIMEOUT.product().newest())
                        .equals(Optional.of(idle.value()));
        var isFixed = minimum.knownValue()
                .map(least -> least >= most.value() || least < 0)
                .orElse(true);
        return isDefault || !isFixed
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        client.poolKey(idle.key()) + " has no effect: the pool has a fixed size",
                        "The pool keeps all its connections open however idle they are. If the value was"
                                + " meant to stay below a firewall's limit, connections are cut all the same.",
                        new Edit.Decide(
                                idle.origin(),
                                "set minimum-idle below " + most.value() + ", or remove " + client.poolKey(idle.key())),
                        Evidence.of(idle),
                        Evidence.of(most)));
    }
}
