package dev.tautline.check.rules.tls;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Set;

/// The client insists on TLS, and the server has it switched off.
public final class TlsRefusedByServer implements RouteRule {
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
        if (route.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.POOLER)
                || route.servers().size() != 1
                || route.servers().getFirst().product() != Product.POSTGRESQL) {
            return Verdict.notApplicable("not straight to one known PostgreSQL");
        }
        var server = route.servers().getFirst();
        return Rule.chosen(
                route.client().get(PgjdbcKeys.SSL_MODE),
                wanted -> Rule.given(server.get(PostgresKeys.SSL), offered -> judge(route, server, wanted, offered)));
    }

    private Verdict judge(Route route, Server server, Setting.Known<String> wanted, Setting.Known<Boolean> offered) {
        // A file of settings alone is often one of several; what runs a container says all of them.
        var isTold = offered.isChosen() || server.workload().isPresent();
        return !STRICT.contains(wanted.value()) || offered.value() || !isTold
                ? Verdict.PASS
                : Verdict.violation(finding(
                        route,
                        "sslmode=" + wanted.value() + " meets a server that offers no TLS",
                        "No connection opens: 08004 \"The server does not support SSL.\"",
                        new Edit.Decide(
                                offered.isChosen() ? offered.origin() : server.origin(),
                                "set ssl = on with ssl_cert_file and ssl_key_file"),
                        Evidence.of(wanted),
                        Evidence.of(offered)));
    }
}
