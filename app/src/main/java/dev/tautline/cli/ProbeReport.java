package dev.tautline.cli;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What all climbs found, and what follows for the exit code.
record ProbeReport(List<Route> routes) {
    /// One URL's climbs.
    record Route(List<LadderResult> results, Expectation oneMustBe) {
        /// The sentence for a URL that wants a role which none of its hosts has.
        Optional<String> unmet() {
            var roles = results.stream()
                    .map(LadderResult::role)
                    .filter(Objects::nonNull)
                    .toList();
            var met = switch (oneMustBe) {
                case ANY -> true;
                case PRIMARY -> roles.stream().anyMatch(role -> !role.inRecovery() && !role.readOnly());
                case STANDBY -> roles.stream().anyMatch(Role::inRecovery);
            };
            return met
                    ? Optional.empty()
                    : Optional.of("none of the hosts is a " + oneMustBe + ", and the URL takes nothing else: the driver"
                            + " says \"Could not find a server with specified targetServerType\"");
        }
    }

    List<LadderResult> results() {
        return routes.stream().flatMap(route -> route.results().stream()).toList();
    }

    int exitCode() {
        if (results().stream().noneMatch(ProbeReport::reached)) {
            return ExitCode.CANNOT_TELL;
        }
        boolean clean = results().stream().allMatch(LadderResult::passed)
                && routes.stream().allMatch(route -> route.unmet().isEmpty());
        return clean ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private static boolean reached(LadderResult result) {
        return result.steps().stream().anyMatch(step -> step.step() == Step.CONNECT && step instanceof Passed);
    }
}
