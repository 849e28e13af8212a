package dev.tautline.targets;

import dev.tautline.check.Check;
import dev.tautline.check.live.LiveReview;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Finding;
import dev.tautline.link.Link;
import dev.tautline.link.Platform;
import dev.tautline.link.live.LiveServer;
import dev.tautline.link.live.Withheld;
import dev.tautline.probe.LadderResult;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the rules find in the settings of servers that were reached, and what those did not show to the role.
public record ServerReview(List<Finding> findings, List<Withheld> withheld) {
    public static final ServerReview NONE = new ServerReview(List.of(), List.of());

    private static final Link NOTHING_KNOWN = new Link(List.of(), List.of(), List.of(), Platform.EMPTY);

    public ServerReview {
        findings = List.copyOf(findings);
        withheld = List.copyOf(withheld);
    }

    /// Each server once, although several addresses and poolers may lead to it.
    ///
    /// @param off rules that a team has switched off
    public static ServerReview of(LiveServers asked, List<TargetResult> results, Set<String> off) {
        var servers = distinct(asked, results);
        if (servers.isEmpty()) {
            return NONE;
        }
        var review = LiveReview.of(new Check(Rules.all()), NOTHING_KNOWN, servers);
        var findings = review.report().findings().stream()
                .filter(finding -> finding.at() instanceof Origin.Live)
                .filter(finding -> !off.contains(finding.rule()))
                .toList();
        return new ServerReview(findings, review.withheld());
    }

    private static List<LiveServer> distinct(LiveServers asked, List<TargetResult> results) {
        var known = new HashSet<Object>();
        var servers = new ArrayList<LiveServer>();
        results.stream()
                .flatMap(result -> result.hosts().stream())
                .map(HostResult::ladder)
                .forEach(ladder -> asked.at(ladder.target())
                        .filter(_ -> known.add(identity(ladder)))
                        .ifPresent(servers::add));
        return servers;
    }

    private static Object identity(LadderResult ladder) {
        return Optional.<Object>ofNullable(
                        ladder.server() == null ? null : ladder.server().startedAt())
                .orElse(ladder.target().dialledEndpoint());
    }
}
