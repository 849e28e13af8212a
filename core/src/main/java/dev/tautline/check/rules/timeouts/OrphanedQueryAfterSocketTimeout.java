package dev.tautline.check.rules.timeouts;

import dev.tautline.check.Edits;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/// The server goes on with what the client has given up.
public final class OrphanedQueryAfterSocketTimeout implements RouteRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        var client = route.client();
        var ownLimit =
                SessionSettings.of(client).get(PostgresKeys.STATEMENT_TIMEOUT).chosen();
        if (!client.callsPostgres() || ownLimit.isPresent() || route.servers().isEmpty()) {
            return Verdict.notApplicable("no server is known, or the client limits its statements");
        }
        return Rule.chosen(
                client.get(PgjdbcKeys.SOCKET_TIMEOUT),
                read -> read.value().isZero()
                        ? Verdict.PASS
                        : Verdict.of(route.servers().stream()
                                .flatMap(server -> judge(route, read, server).stream())
                                .toList()));
    }

    private Optional<Finding> judge(Route route, Setting.Known<Duration> read, Server server) {
        var limit = server.get(PostgresKeys.STATEMENT_TIMEOUT).known();
        var check = server.get(PostgresKeys.CLIENT_CONNECTION_CHECK_INTERVAL).known();
        var goesOn = limit.isPresent()
                && limit.get().value().isZero()
                && check.isPresent()
                && check.get().value().isZero();
        return goesOn
                ? Optional.of(finding(
                        route,
                        "the client gives up after " + Words.of(read.value())
                                + ", and nothing tells the server to stop",
                        "When the database is slow, each request that gives up leaves its query running and"
                                + " the next one adds another: the load grows while nobody gets an answer.",
                        Edits.driver(
                                route.client(),
                                PgjdbcKeys.OPTIONS,
                                "-c%20statement_timeout="
                                        + Math.max(1, read.value().toSeconds() / 2) + "s"),
                        Evidence.of(read),
                        Evidence.of(limit.get()),
                        Evidence.of(check.get())))
                : Optional.empty();
    }
}
