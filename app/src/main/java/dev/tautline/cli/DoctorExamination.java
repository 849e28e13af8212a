package dev.tautline.cli;

import dev.tautline.check.Check;
import dev.tautline.check.live.LiveReview;
import dev.tautline.check.rules.Rules;
import dev.tautline.config.TargetsSection;
import dev.tautline.config.TautFile;
import dev.tautline.config.TautFileUnusable;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.link.Link;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.Configuration;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Origin;
import dev.tautline.targets.ClientConnections;
import dev.tautline.targets.FoundConnections;
import dev.tautline.targets.FoundTarget;
import dev.tautline.targets.Given;
import dev.tautline.targets.LiveServers;
import dev.tautline.targets.Probing;
import dev.tautline.targets.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Examines everything that paths lead to: the files by the rules, the connections by the ladder, and the servers that
/// are reached by the rules again.
final class DoctorExamination {
    private final Surroundings around;
    private final Given given;
    private final Probing probing;
    private final Consumer<String> warnings;

    DoctorExamination(Surroundings around, Given given, Probing probing, Consumer<String> warnings) {
        this.around = around;
        this.given = given;
        this.probing = probing;
        this.warnings = warnings;
    }

    DoctorReport of(Configuration read, PolicyOptions.InForce policy, FoundConnections found)
            throws InterruptedException {
        var servers = new LiveServers();
        var targets = found.targets();
        var results = probing.visitedBy(servers)
                .all(targets.stream().map(FoundTarget::target).toList(), _ -> {});
        var review = policy.review(read);
        var live = LiveReview.of(new Check(Rules.all()), read.link(), servers.all());
        var entries = Stream.of(
                        IntStream.range(0, targets.size())
                                .mapToObj(i -> DoctorEntries.of(targets.get(i), results.get(i)))
                                .flatMap(List::stream),
                        review.findings().stream().map(DoctorEntries::of),
                        ofServers(live.report(), policy).map(DoctorEntries::of))
                .flatMap(part -> part)
                .toList();
        return new DoctorReport(
                DoctorEntry.sorted(entries),
                read.filesRead(),
                results.size(),
                results.stream().filter(result -> !result.isClean()).count(),
                found.rest(),
                review.open().size(),
                live.withheld());
    }

    /// What the files themselves show is told already, under the team's policy.
    private static Stream<Finding> ofServers(Report report, PolicyOptions.InForce policy) {
        return report.findings().stream()
                .filter(finding -> finding.at() instanceof Origin.Live)
                .filter(finding -> !policy.policy().off().contains(finding.rule()));
    }

    /// Those of `taut.yaml` first: somebody gave them names and expectations.
    ///
    /// @param file the `taut.yaml` that holds, if any
    FoundConnections connections(Link link, Optional<Path> file) {
        var configured = ClientConnections.of(link, given, around, warnings);
        var hosts = new HashSet<List<ProbeTarget>>();
        var targets = Stream.concat(file.stream().flatMap(this::named), configured.targets().stream())
                .filter(found -> hosts.add(found.target().hosts()))
                .toList();
        return new FoundConnections(targets, configured.rest(), configured.bypasses());
    }

    private Stream<FoundTarget> named(Path file) {
        var problems = new ArrayList<String>();
        var targets = TautFile.read(file, problems).stream()
                .flatMap(root -> new TargetsSection(file, around, warnings).read(root).stream())
                .map(entry -> new FoundTarget(entry.target(), entry.map().place("name"), Stage.PRODUCTION))
                .toList();
        if (!problems.isEmpty()) {
            throw new TautFileUnusable(problems);
        }
        return targets.stream();
    }
}
