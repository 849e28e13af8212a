package dev.tautline.diagnosis;

/// One thing that could be the cause. Implementations are pure: the same scene and symptoms give the same judgement.
/// A new one is a class, its test and one line in [dev.tautline.diagnosis.hypothesis.Hypotheses].
public interface Hypothesis {
    Cause cause();

    /// Judges this hypothesis on what was observed. Says [Judgement.Refuted] only when a number contradicts it, and
    /// [Judgement.Unknown] when the number that would tell is missing.
    Judgement judge(Scene scene, Symptoms symptoms);
}
