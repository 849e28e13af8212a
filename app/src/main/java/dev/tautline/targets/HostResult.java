package dev.tautline.targets;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import java.util.List;

/// One climb to one address of a target, what was expected of it in vain, and what was found around it.
public record HostResult(LadderResult ladder, List<Unmet> unmet, Explored explored) {
    public HostResult {
        unmet = List.copyOf(unmet);
    }

    HostResult with(Explored found) {
        return new HostResult(ladder, unmet, found);
    }

    public boolean isClean() {
        return ladder.passed() && unmet.isEmpty();
    }

    /// Whether anything accepted the connection.
    public boolean isReached() {
        return ladder.steps().stream().anyMatch(step -> step.step() == Step.CONNECT && step instanceof Passed);
    }
}
