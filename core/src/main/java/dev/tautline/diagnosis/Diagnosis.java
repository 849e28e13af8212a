package dev.tautline.diagnosis;

import dev.tautline.diagnosis.Judgement.Supported;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer at one instant: the cause (null when nothing is supported: a name is never forced), what else fits, what
/// was ruled out and why, and what could not be told.
public record Diagnosis(
        Instant at, @Nullable Supported cause, List<Supported> alsoFits, List<RuledOut> ruledOut, List<Open> open) {

    /// A cause that the numbers contradict.
    public record RuledOut(Cause cause, List<String> evidence) {}

    /// A cause that could not be judged.
    public record Open(Cause cause, String why) {}
}
