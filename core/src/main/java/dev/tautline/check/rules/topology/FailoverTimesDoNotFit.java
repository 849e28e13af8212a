package dev.tautline.check.rules.topology;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Server;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.stream.Stream;

/// Patroni's times contradict each other.
public final class FailoverTimesDoNotFit implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.given(
                server.get(PatroniKeys.TTL),
                ttl -> Rule.given(
                        server.get(PatroniKeys.LOOP_WAIT),
                        loop -> Rule.given(
                                server.get(PatroniKeys.RETRY_TIMEOUT), retry -> judge(server, ttl, loop, retry))));
    }

    private Verdict judge(
            Server server, Setting.Known<Duration> ttl, Setting.Known<Duration> loop, Setting.Known<Duration> retry) {
        var chosen = Stream.of(ttl, loop, retry).filter(Setting.Known::isChosen).toList();
        var needed = loop.value().plus(retry.value().multipliedBy(2));
        if (chosen.isEmpty() || needed.compareTo(ttl.value()) <= 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                server,
                "loop_wait + 2 × retry_timeout is " + Words.of(needed) + ", and ttl is " + Words.of(ttl.value()),
                "The leader loses its key while it still tries to renew it: a hiccup of etcd becomes a failover.",
                new Edit.Decide(
                        chosen.getFirst().origin(),
                        "set ttl to " + needed.toSeconds() + " with patronictl edit-config"),
                Evidence.of(chosen.getFirst()),
                Evidence.of(loop),
                Evidence.of(retry)));
    }
}
