package dev.tautline.check.rules.pooling;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/// PgBouncer listens on a Unix socket or the loopback address only, and clients are elsewhere.
public final class PoolerListensLocally implements RouteRule {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.of(
                route,
                pooled -> route.address().isLoopback()
                                || pooled.get(PgBouncerKeys.DATABASES).chosen().isEmpty()
                        ? Verdict.notApplicable("on the same machine, or nothing tells")
                        : judge(pooled, pooled.get(PgBouncerKeys.LISTEN_ADDR)));
    }

    private Verdict judge(PooledRoute pooled, Setting<String> listen) {
        if (listen instanceof Setting.Unresolved<String>) {
            return Rule.given(listen, any -> Verdict.PASS);
        }
        var isLocal = listen.knownValue()
                .map(list -> Stream.of(list.split(",", -1)).map(String::strip).allMatch(LOCAL::contains))
                .orElse(true);
        var read = listen.chosen()
                .map(Evidence::of)
                .orElseGet(() ->
                        new Evidence("listen_addr", "not set", pooled.hop().origin()));
        return isLocal
                ? Verdict.violation(finding(
                        pooled.route(),
                        "PgBouncer only listens on its own machine",
                        "Every service that calls it from elsewhere gets \"Connection refused\".",
                        new Edit.Decide(read.origin(), "set listen_addr = * in the section [pgbouncer]"),
                        read,
                        ClientRule.url(pooled.client())))
                : Verdict.PASS;
    }
}
