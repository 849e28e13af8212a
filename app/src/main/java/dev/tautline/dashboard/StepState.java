package dev.tautline.dashboard;

import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One rung of a ladder.
///
/// @param status `passed`, `failed`, `skipped`, or `waiting` before the first climb
/// @param tookMicros null for a step that did not run
record StepState(String step, String status, @Nullable Long tookMicros, String words) {
    static StepState of(StepResult result) {
        var step = word(result.step());
        return switch (result) {
            case Passed passed -> new StepState(step, "passed", passed.took().toNanos() / 1000, passed.evidence());
            case Failed failed ->
                new StepState(
                        step,
                        "failed",
                        failed.took().toNanos() / 1000,
                        failed.failure().words());
            case Skipped skipped -> new StepState(step, "skipped", null, skipped.why());
        };
    }

    static StepState waiting(Step step) {
        return new StepState(word(step), "waiting", null, "not climbed yet");
    }

    static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
