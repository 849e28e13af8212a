package dev.tautline.cli;

import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.NotProbed;
import dev.tautline.targets.ServerReview;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.TwoWays;
import java.util.List;
import java.util.stream.Stream;

/// What all climbs found, and what follows for the exit code.
///
/// @param rest connections that were found and could not be tried
/// @param twoWays climbs through a pooler beside those past it
/// @param review what the rules find in the servers' settings, which says nothing about this connection
/// @param isOverview told as a table, with the details of what failed only
record ProbeOutcome(
        List<TargetResult> targets,
        List<NotProbed> rest,
        boolean isOverview,
        List<TwoWays> twoWays,
        ServerReview review) {
    List<HostResult> hosts() {
        return targets.stream().flatMap(target -> target.hosts().stream()).toList();
    }

    /// The steps that are worth a column: writing only where somebody asked for it.
    List<Step> steps() {
        boolean written = hosts().stream()
                .flatMap(host -> host.ladder().steps().stream())
                .anyMatch(step -> step.step() == Step.WRITE && !(step instanceof Skipped));
        return Stream.of(Step.values())
                .filter(step -> step != Step.WRITE || written)
                .toList();
    }

    long failed() {
        return targets.stream().filter(target -> !target.isClean()).count();
    }

    int exitCode() {
        if (targets.stream().noneMatch(TargetResult::isReached)) {
            return ExitCode.CANNOT_TELL;
        }
        return failed() == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
}
