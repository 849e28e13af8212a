package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.HikariKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A client that writes calls the Service of a cluster's standbys.
public final class WriterCallsReadOnlyService implements RouteRule {
    /// Data sources that are named for reading.
    private static final Pattern READS =
            Pattern.compile("(?i).*(read|replica|standby|secondary|slave|report|[-_.]ro\\b).*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        return called(route)
                .map(service -> reads(route.client()) ? Verdict.PASS : violation(route, service))
                .orElseGet(() -> Verdict.notApplicable("no Service of an operator's for reading"));
    }

    /// The Services that an operator makes for a cluster, by their endings.
    ///
    /// @param writing where the primary is
    /// @param reading where standbys are
    private record Endings(String writing, List<String> reading) {}

    /// CloudNativePG, Crunchy's operator, Zalando's operator.
    private static final List<Endings> OPERATORS = List.of(
            new Endings("-rw", List.of("-ro", "-r")),
            new Endings("-primary", List.of("-replicas")),
            new Endings("", List.of("-repl")));

    /// @param forWriting the one that should be called instead
    private record Reading(Server cluster, String forWriting) {}

    private static Optional<Reading> called(Route route) {
        var service = Names.plain(route.address().host()).replaceFirst("\\..*$", "");
        return route.servers().stream()
                .flatMap(server -> OPERATORS.stream()
                        .filter(operator -> server.names().contains(server.name() + operator.writing())
                                && operator.reading().stream()
                                        .map(ending -> server.name() + ending)
                                        .anyMatch(name -> name.equals(service)
                                                && server.names().contains(name)))
                        .map(operator -> new Reading(server, server.name() + operator.writing())))
                .findFirst();
    }

    private static boolean reads(Client client) {
        return client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                || READS.matcher(client.dataSource()).matches();
    }

    private Verdict violation(Route route, Reading service) {
        return Verdict.violation(finding(
                route,
                route.address().host() + " is the Service for reading; nothing says that this client only reads",
                "Everything that writes fails with 25006 \"cannot execute INSERT in a read-only transaction\": no order"
                        + " can be placed.",
                new Edit.Decide(
                        route.address().origin(),
                        "call " + service.forWriting() + ", or say that the pool only reads: read-only: true"),
                new Evidence("url", route.address().toString(), route.address().origin()),
                new Evidence(
                        "cluster", service.cluster().name(), service.cluster().origin())));
    }
}
