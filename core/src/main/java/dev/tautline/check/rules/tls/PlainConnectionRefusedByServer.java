package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// The server demands TLS, and the client is told not to use it.
public final class PlainConnectionRefusedByServer implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Route route) {
        if (!route.hops().isEmpty() || route.servers().size() != 1) {
            return Verdict.notApplicable("not straight to one known server");
        }
        var server = route.servers().getFirst();
        if (server.product() == Product.POSTGRESQL) {
            return Verdict.notApplicable("neither MySQL nor MariaDB");
        }
        return ClientRule.onMySql(
                route.client(),
                (url, keys) -> Rule.chosen(
                        server.get(MySqlKeys.REQUIRE_SECURE_TRANSPORT),
                        demand -> MySqlTls.given(route.client(), keys, tls -> judge(route, demand, tls))));
    }

    private Verdict judge(Route route, Setting.Known<Boolean> demand, MySqlTls tls) {
        return !demand.value() || tls.level() != MySqlTls.Level.OFF
                ? Verdict.PASS
                : Verdict.violation(finding(
                        route,
                        "the server demands TLS, and " + tls.said().key() + "="
                                + tls.said().value() + " switches it off",
                        "Every log-in fails with 3159 \"Connections using insecure transport are prohibited while"
                                + " --require_secure_transport=ON\"; the service does not start.",
                        new Edit.Decide(
                                route.client().urlText().origin(), "say how the server is verified, with sslMode"),
                        ClientRule.url(route.client()),
                        Evidence.of(tls.said()),
                        Evidence.of(demand)));
    }
}
