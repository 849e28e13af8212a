package dev.tautline.probe;

import java.time.Duration;

/// How one step of a ladder ended.
public sealed interface StepResult {
    Step step();

    /// The step held; `evidence` says in one line what was seen, never a secret.
    record Passed(Step step, Duration took, String evidence) implements StepResult {}

    /// The step failed; no later step ran.
    record Failed(Step step, Duration took, Failure failure) implements StepResult {}

    /// The step was not run, and `why`.
    record Skipped(Step step, String why) implements StepResult {}
}
