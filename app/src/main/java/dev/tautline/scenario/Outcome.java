package dev.tautline.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a scenario went.
///
/// @param times what was measured; empty where it never came
public record Outcome(Scenario scenario, Verdict verdict, Times times) {
    /// Whether what the scenario expects came.
    public sealed interface Verdict {
        record Met() implements Verdict {}

        /// @param shortfalls one line each
        record NotMet(List<String> shortfalls) implements Verdict {
            public NotMet {
                shortfalls = List.copyOf(shortfalls);
            }
        }

        /// It could not be injected here; never counted as met.
        record Skipped(String reason) implements Verdict {}
    }

    /// Since the moment in which the fault was in force, `healed` since the healing.
    ///
    /// @param cause what was named first
    public record Times(
            Optional<Duration> detected, Optional<Duration> named, Optional<Duration> healed, Optional<String> cause) {
        static final Times NONE = new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Outcome skipped(Scenario scenario, String reason) {
        return new Outcome(scenario, new Verdict.Skipped(reason), Times.NONE);
    }

    static Outcome notMet(Scenario scenario, String shortfall) {
        return new Outcome(scenario, new Verdict.NotMet(List.of(shortfall)), Times.NONE);
    }

    static Outcome of(Scenario scenario, List<String> shortfalls, Times times) {
        return new Outcome(scenario, shortfalls.isEmpty() ? new Verdict.Met() : new Verdict.NotMet(shortfalls), times);
    }
}
