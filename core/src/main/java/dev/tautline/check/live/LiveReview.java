package dev.tautline.check.live;

import dev.tautline.check.Check;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.link.live.LiveServer;
import dev.tautline.link.live.Withheld;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A review of a link whose servers were asked. An edit of a server's setting becomes the statement to type there.
///
/// @param withheld what no server showed, each thing once, with the `GRANT` that shows it
public record LiveReview(Report report, List<Withheld> withheld) {
    public LiveReview {
        withheld = List.copyOf(withheld);
    }

    /// @param known clients, hops and servers as files tell them; a server that was asked takes the place of one of
    /// the same name
    public static LiveReview of(Check check, Link known, List<LiveServer> asked) {
        var problems = asked.stream().flatMap(LiveReview::problems).toList();
        var report = check.review(joined(known, asked), problems);
        var findings = report.findings().stream()
                .map(finding -> withStatement(finding, asked))
                .toList();
        return new LiveReview(
                new Report(findings, report.open(), report.problems()),
                asked.stream()
                        .flatMap(server -> server.withheld().stream())
                        .distinct()
                        .toList());
    }

    private static Link joined(Link known, List<LiveServer> asked) {
        var servers = new ArrayList<Server>();
        known.servers().stream()
                .filter(server -> asked.stream().noneMatch(live -> isSame(server, live.server())))
                .forEach(servers::add);
        asked.forEach(live -> servers.add(live.server()));
        return new Link(known.clients(), known.hops(), servers, known.platform());
    }

    private static boolean isSame(Server file, Server live) {
        return !Collections.disjoint(file.names(), live.names());
    }

    private static Stream<Problem> problems(LiveServer server) {
        var waiting = server.awaitingRestart().stream()
                .map(name -> new Problem(
                        new Origin.Live(name + " on " + server.server().name()),
                        "a new value is written, and comes into force at the next restart only"));
        return Stream.concat(server.problems().stream(), waiting);
    }

    private static Finding withStatement(Finding finding, List<LiveServer> asked) {
        var statement = finding.edit().at() instanceof Origin.Live
                ? statement(finding.edit(), asked)
                : Optional.<String>empty();
        return statement
                .map(text -> finding.withEdit(new Edit.Decide(finding.edit().at(), text)))
                .orElse(finding);
    }

    private static Optional<String> statement(Edit edit, List<LiveServer> asked) {
        return switch (edit) {
            case Edit.Replace replace -> toSet(asked, replace.key(), replace.value());
            case Edit.Add add -> toSet(asked, add.key(), add.value());
            case Edit.Rename _, Edit.Remove _, Edit.AddParameter _, Edit.Decide _ -> Optional.empty();
        };
    }

    private static Optional<String> toSet(List<LiveServer> asked, String setting, String value) {
        return asked.stream()
                .flatMap(server -> server.statementToSet(setting, value).stream())
                .findFirst();
    }
}
