package dev.tautline.check.rules.server;

import dev.tautline.check.LinkRule;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A server whose settings somebody keeps in a file, and neither it nor anything on the way ends a transaction in which
/// nothing happens.
public final class IdleTransactionsNeverEnd implements LinkRule {
    private static final SettingKey<Duration> LIMIT = PostgresKeys.IDLE_IN_TRANSACTION_SESSION_TIMEOUT;

    /// What is told of a server that somebody else configures, or what an image says of itself: no sign that its other
    /// settings are seen.
    private static final Set<SettingKey<?>> KNOWN_OF_ANY = Set.of(
            PostgresKeys.LISTEN_ADDRESSES,
            PostgresKeys.PORT,
            PostgresKeys.MAX_CONNECTIONS,
            PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Link link) {
        var servers = link.servers().stream()
                .filter(IdleTransactionsNeverEnd::hasFile)
                .toList();
        var open = servers.stream()
                .filter(server -> isOff(server.get(LIMIT)) && isOff(server.get(PostgresKeys.TRANSACTION_TIMEOUT)))
                .toList();
        var routes = open.isEmpty() ? List.<Route>of() : Routes.of(link);
        var findings = open.stream()
                .filter(server -> !isEndedByOthers(routes, server))
                .map(server -> at(server.stage(), finding(server)))
                .toList();
        return findings.isEmpty() ? undecidedOrPass(servers) : Verdict.of(findings);
    }

    private static Verdict undecidedOrPass(List<Server> servers) {
        return servers.stream()
                .map(server -> server.get(LIMIT))
                .filter(Setting.Unresolved.class::isInstance)
                .findFirst()
                .map(limit -> Rule.given(limit, any -> Verdict.PASS))
                .orElse(Verdict.PASS);
    }

    private static boolean hasFile(Server server) {
        return server.product() == Product.POSTGRESQL
                && server.stage() != Stage.LOCAL
                && server.stage() != Stage.DEVELOPMENT
                && server.settings().written().stream().anyMatch(setting -> !KNOWN_OF_ANY.contains(setting.key()));
    }

    private static boolean isOff(Setting<Duration> limit) {
        return limit.knownValue().filter(Duration::isZero).isPresent();
    }

    /// Whether all that reach it set a limit of their own, or have one in their pooler.
    private static boolean isEndedByOthers(List<Route> routes, Server server) {
        var leading = routes.stream()
                .filter(route -> route.servers().contains(server))
                .toList();
        return !leading.isEmpty()
                && leading.stream().allMatch(route -> setsLimit(route.client()) || passesLimit(route));
    }

    private static boolean setsLimit(Client client) {
        return SessionSettings.of(client).get(LIMIT).chosen().isPresent();
    }

    private static boolean passesLimit(Route route) {
        return route.pooler()
                .filter(pooler -> pooler.get(PgBouncerKeys.IDLE_TRANSACTION_TIMEOUT)
                        .knownValue()
                        .filter(Duration::isPositive)
                        .isPresent())
                .isPresent();
    }

    private Finding finding(Server server) {
        var limit = server.get(LIMIT).known().orElseThrow();
        Origin at = limit.isChosen() ? limit.origin() : server.origin();
        return finding(
                server.label(),
                "nothing ends a transaction of " + server.label() + " in which nothing happens",
                "One request that hangs in the middle of a transaction keeps its locks and its slot for as long as its"
                        + " process lives: others queue behind it, and vacuum cannot clean up.",
                limit.isChosen()
                        ? new Edit.Replace(at, LIMIT.name(), "60s")
                        : new Edit.Decide(
                                at, "set " + LIMIT.name() + " = 60s, or for the application's role: ALTER ROLE …"),
                limit.isChosen() ? Evidence.of(limit) : new Evidence(LIMIT.name(), "0, by default", server.origin()));
    }
}
