package dev.tautline.diagnosis;

import java.util.List;

/// One thing that could be the cause. Implementations are pure: the same scene and symptoms give the same judgement.
/// A new one is a class, its test and one line in [dev.tautline.diagnosis.hypothesis.Hypotheses].
public interface Hypothesis {
    Cause cause();

    /// All that [Judgement.Supported] may name: [#cause], and what the evidence can make of it that is more exact. Each
    /// has a page in `docs/reference/causes`, unless it is a [dev.tautline.probe.FailureKind], which has its own.
    default List<Cause> causes() {
        return List.of(cause());
    }

    /// Judges this hypothesis on what was observed. Says [Judgement.Refuted] only when a number contradicts it, and
    /// [Judgement.Unknown] when the number that would tell is missing.
    Judgement judge(Scene scene, Symptoms symptoms);
}
