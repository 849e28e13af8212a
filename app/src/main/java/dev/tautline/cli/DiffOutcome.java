package dev.tautline.cli;

import dev.tautline.check.change.ChangeCheck;
import dev.tautline.check.change.ChangeRules;
import dev.tautline.check.change.ClientChange;
import dev.tautline.check.change.Difference;
import dev.tautline.check.change.LinkChange;
import dev.tautline.config.FailOn;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.link.Client;
import dev.tautline.link.reader.Configuration;
import dev.tautline.revision.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `taut diff` tells: the clients that changed, what that risks, and which findings of the check came and went.
record DiffOutcome(DiffSide before, DiffSide after, LinkChange change, List<Finding> risks, FindingsChange findings) {
    static DiffOutcome of(Tree old, Tree fresh, ReadOptions reading) {
        var before = DiffSide.read(old, reading);
        var after = DiffSide.read(fresh, reading);
        var profiles = new TreeSet<>(before.read().profiles());
        profiles.addAll(after.read().profiles());
        reading.requireKnownProfiles("diff", profiles);
        var change = LinkChange.between(before.side(), after.side());
        return new DiffOutcome(
                before,
                after,
                change,
                new ChangeCheck(ChangeRules.all()).review(change),
                FindingsChange.between(before, after));
    }

    /// The pairs of clients with a difference.
    List<ClientChange> changed() {
        return change.clients().stream()
                .filter(pair -> !pair.differences().isEmpty())
                .toList();
    }

    /// A server or a hop whose settings differ.
    record Part(String label, List<Difference> differences) {}

    /// The servers and hops with a difference.
    List<Part> changedParts() {
        return Stream.concat(
                        change.hops().stream().map(pair -> new Part(pair.after().label(), pair.differences())),
                        change.servers().stream()
                                .map(pair -> new Part(pair.after().label(), pair.differences())))
                .filter(part -> !part.differences().isEmpty())
                .toList();
    }

    List<Client> added() {
        return LinkChange.oncePerLabel(change.added());
    }

    List<Client> removed() {
        return LinkChange.oncePerLabel(change.removed());
    }

    boolean isSame() {
        return Stream.of(changed(), changedParts(), added(), removed(), risks, findings.fresh(), findings.mended())
                .allMatch(List::isEmpty);
    }

    int exitCode(@Nullable FailOn typed) {
        if (isEmpty(before.read()) && isEmpty(after.read())) {
            return ExitCode.CANNOT_TELL;
        }
        var limit = Optional.ofNullable(typed).or(() -> after.failOn()).orElse(FailOn.HIGH);
        var all = new ArrayList<>(risks);
        all.addAll(findings.fresh());
        return limit.isReachedBy(new Report(all, List.of(), List.of())) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static boolean isEmpty(Configuration read) {
        return read.filesRead() == 0;
    }
}
