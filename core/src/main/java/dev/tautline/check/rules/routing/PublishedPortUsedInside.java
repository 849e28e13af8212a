package dev.tautline.check.rules.routing;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Port;
import dev.tautline.link.Route;

/// The port that Compose publishes on the host, used where only the container's own port listens.
public final class PublishedPortUsedInside implements RouteRule {
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
                .flatMap(port -> port.published().map(published -> Verdict.violation(finding(route, port, published))))
                .orElse(Verdict.PASS);
    }

    private Finding finding(Route route, MisdirectedPort wrong, Port published) {
        var inside = published.container().text();
        return finding(
                route,
                "port " + route.address().port() + " is published on the host; between services "
                        + wrong.destination().label() + " listens on " + inside,
                "\"Connection refused\" from within the project, although the same URL works from the host.",
                new Edit.Decide(route.address().origin(), "write port " + inside),
                new Evidence("url", route.address().toString(), route.address().origin()),
                new Evidence(
                        "ports",
                        route.address().port() + ":" + inside,
                        published.published().orElseThrow().origin()));
    }
}
