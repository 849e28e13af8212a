package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.Set;

/// The client insists on TLS, the pooler offers none.
public final class TlsRefusedByPooler implements RouteRule {
    private static final Set<String> STRICT = Set.of("require", "verify-ca", "verify-full");

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
                pooled -> Rule.chosen(
                        pooled.client().get(PgjdbcKeys.SSL_MODE),
                        wanted -> Rule.given(
                                pooled.get(PgBouncerKeys.CLIENT_TLS_SSLMODE),
                                offered -> judge(pooled, wanted, offered))));
    }

    private Verdict judge(PooledRoute pooled, Setting.Known<String> wanted, Setting.Known<String> offered) {
        var isFirst = pooled.route().hops().getFirst().equals(pooled.hop());
        if (!isFirst || !STRICT.contains(wanted.value()) || !offered.value().equals("disable")) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                pooled.route(),
                "sslmode=" + wanted.value() + " meets a PgBouncer that offers no TLS",
                "No connection opens: 08004 \"The server does not support SSL.\", although the server does; the pooler"
                        + " in between does not.",
                new Edit.Decide(
                        pooled.hop().origin(),
                        "set client_tls_sslmode = require with client_tls_key_file and client_tls_cert_file"),
                Evidence.of(wanted),
                Evidence.of(offered)));
    }
}
