package dev.tautline.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the observations say of one hypothesis. Every statement carries its numbers.
public sealed interface Judgement {
    /// The observations fit. `cause` may be more exact than the hypothesis' own; `subject` is what has it: an instance,
    /// a target, a service.
    record Supported(
            Cause cause,
            String subject,
            Strength strength,
            String statement,
            List<String> evidence,
            String fix,
            @Nullable Change change)
            implements Judgement {
        public Supported {
            evidence = List.copyOf(evidence);
        }
    }

    /// The observations contradict it.
    record Refuted(List<String> evidence) implements Judgement {
        public Refuted {
            evidence = List.copyOf(evidence);
        }

        public Refuted(String evidence) {
            this(List.of(evidence));
        }
    }

    /// The observations neither support nor contradict it; `why` says what is missing or in between.
    record Unknown(String why) implements Judgement {}

    /// How firmly the observations speak for a hypothesis.
    enum Strength {
        /// The numbers fit, and nothing says how it came about.
        LIKELY,
        /// The component itself says so, or a change explains the numbers.
        CERTAIN
    }
}
