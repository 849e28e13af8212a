package dev.tautline.check.rules.routing;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.Origin;
import java.util.stream.Collectors;

/// A port on which nothing listens at that service.
public final class PortNotListenedOn implements RouteRule {
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
        return MisdirectedPort.of(route)
                .filter(port -> port.published().isEmpty())
                .map(port -> Verdict.violation(finding(route, port)))
                .orElse(Verdict.PASS);
    }

    private Finding finding(Route route, MisdirectedPort wrong) {
        var listens = wrong.destination().ports().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        Origin at = wrong.destination().workload().origin();
        return finding(
                route,
                wrong.destination().label() + " listens on " + listens + ", the URL says " + wrong.port(),
                "\"Connection refused\" at every attempt: the name leads to the right container, and nothing listens there.",
                new Edit.Decide(route.address().origin(), "write port " + listens),
                new Evidence("url", route.address().toString(), route.address().origin()),
                new Evidence("listens on", listens, at));
    }
}
