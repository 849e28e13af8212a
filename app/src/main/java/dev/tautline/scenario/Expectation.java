package dev.tautline.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What the guard must make of a fault. Times count from the moment in which the fault is in force.
public sealed interface Expectation {
    /// An incident opens, its cause is named, others are ruled out, and it closes once the fault is healed.
    ///
    /// @param causes any of these is right, by their ids
    /// @param subject the instance, node or route that has it; empty when it does not matter
    /// @param ruledOut causes that must be refuted with numbers
    /// @param ruledOutWithin for all of them
    /// @param healedWithin from the healing to proven health
    record Named(
            Duration detectedWithin,
            Set<String> causes,
            Optional<String> subject,
            Duration namedWithin,
            Set<String> ruledOut,
            Duration ruledOutWithin,
            Duration healedWithin)
            implements Expectation {
        public Named {
            causes = Set.copyOf(causes);
            ruledOut = Set.copyOf(ruledOut);
        }
    }

    /// No incident opens: what happens is none of the database, or hurts nobody.
    record Quiet(Duration quietFor) implements Expectation {}
}
