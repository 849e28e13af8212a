package dev.tautline.cli;

import dev.tautline.targets.HostResult;
import dev.tautline.targets.NotProbed;
import dev.tautline.targets.TargetResult;
import java.util.List;

/// What all climbs found, and what follows for the exit code.
///
/// @param rest connections that were found and could not be tried
/// @param isOverview told as a table, with the details of what failed only
record ProbeOutcome(List<TargetResult> targets, List<NotProbed> rest, boolean isOverview) {
    List<HostResult> hosts() {
        return targets.stream().flatMap(target -> target.hosts().stream()).toList();
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
