package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.check.Login;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The pools that log in as one user may open more connections than MySQL grants to an account.
public final class AccountLimitBelowPools implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Link link) {
        var routes = Routes.of(link);
        return Verdicts.together(
                link.servers().stream()
                        .filter(server -> server.product() != Product.POSTGRESQL)
                        .map(server -> Rule.chosen(
                                server.get(MySqlKeys.MAX_USER_CONNECTIONS),
                                limit -> LinkRule.onRoutes(routes, some -> judge(server, some, limit))))
                        .toList(),
                Verdict.notApplicable("no server of MySQL or MariaDB is known"));
    }

    private Verdict judge(Server server, List<Route> routes, Setting.Known<Integer> limit) {
        if (limit.value() <= 0) {
            return Verdict.PASS;
        }
        var byUser = routes.stream()
                .filter(route -> route.servers().contains(server) && !isPooled(route))
                .map(Route::client)
                .collect(Collectors.groupingBy(AccountLimitBelowPools::user, TreeMap::new, Collectors.toList()));
        return Verdicts.together(
                byUser.entrySet().stream()
                        .map(same -> judge(server, same.getKey(), Demand.of(same.getValue().stream()), limit))
                        .toList(),
                Verdict.notApplicable("no pool calls " + server.label()));
    }

    /// ProxySQL opens connections of its own.
    private static boolean isPooled(Route route) {
        return route.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.POOLER);
    }

    private static String user(Client client) {
        return Optional.of(Login.of(client))
                .flatMap(Login::user)
                .map(Login.Part::value)
                .orElse("");
    }

    private Verdict judge(Server server, String user, Demand demand, Setting.Known<Integer> limit) {
        if (demand.pools().isEmpty()) {
            return Verdict.notApplicable("no pool of production calls " + server.label());
        }
        if (user.isEmpty() || demand.isUnknown()) {
            return Verdict.undecided("the user or the size of a pool is not known");
        }
        if (demand.peak() <= limit.value()) {
            return demand.fits(limit.value());
        }
        return Verdict.violation(demand.weighed(
                finding(
                        "all clients of " + server.name() + " as " + user,
                        demand.above(limit.value()) + " as " + user + "; the server grants " + limit.value()
                                + " to one account",
                        "Under load, or when instances overlap in a deployment, log-ins of " + user
                                + " fail with 1203 \"already has"
                                + " more than 'max_user_connections' active connections\", although the server has room.",
                        new Edit.Decide(
                                limit.origin(),
                                "make the pools smaller, or raise max_user_connections to " + demand.peak()),
                        demand.against(Evidence.of(limit))),
                limit.value()));
    }
}
