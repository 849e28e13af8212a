package dev.tautline.check.rules.server;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/// The server listens on its own machine only, and clients are elsewhere.
public final class ServerListensLocally implements RouteRule {
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
        var servers = route.servers();
        if (servers.size() != 1 || isCalledLocally(route)) {
            return Verdict.notApplicable("not one server that is called from another machine");
        }
        var server = servers.getFirst();
        return server.product() == Product.POSTGRESQL
                ? Rule.given(server.get(PostgresKeys.LISTEN_ADDRESSES), listen -> judge(route, server, listen))
                : Rule.given(server.get(MySqlKeys.BIND_ADDRESS), listen -> judge(route, server, listen));
    }

    /// By the client, or by the last hop on the way.
    private static boolean isCalledLocally(Route route) {
        if (route.hops().isEmpty()) {
            return route.address().isLoopback();
        }
        var called = route.hops().getLast().targetsFor(route.client().url().flatMap(JdbcUrl::database)).stream()
                .flatMap(target -> target.address().stream())
                .toList();
        return called.isEmpty() || called.stream().anyMatch(address -> address.isLoopback() || !address.isResolved());
    }

    /// Patroni writes the server's own setting from one line of its file.
    private static Edit edit(Server server, Setting.Known<String> listen) {
        return server.get(PatroniKeys.SCOPE).chosen().isPresent()
                ? new Edit.Decide(listen.origin(), "listen on an address that others reach, such as 0.0.0.0:5432")
                : new Edit.Replace(listen.origin(), listen.key().name(), "'*'");
    }

    private Verdict judge(Route route, Server server, Setting.Known<String> listen) {
        var isLocal =
                Stream.of(listen.value().split(",", -1)).map(String::strip).allMatch(LOCAL::contains);
        if (isLocal && !listen.isChosen()) {
            return Verdict.undecided(listen.key().name() + " is not set in what was read of " + server.label() + "; "
                    + listen.value() + " is the default");
        }
        return isLocal
                ? Verdict.violation(finding(
                        route,
                        "the server only listens on its own machine",
                        "Every service that calls it from elsewhere gets \"Connection refused\", while it works on the"
                                + " database's own machine.",
                        edit(server, listen),
                        Evidence.of(listen),
                        ClientRule.url(route.client())))
                : Verdict.PASS;
    }
}
