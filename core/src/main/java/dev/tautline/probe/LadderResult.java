package dev.tautline.probe;

import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One climb to one address.
///
/// @param at when it began
/// @param addresses all that the host's name resolved to, empty when it did not
/// @param address the one that was climbed to, null when the name did not resolve
/// @param steps one result for each step of [Step], in order
/// @param certificate the server's, null without TLS
/// @param server null when the ladder ended before the server answered a query
/// @param role null when the ladder ended before the role was known
/// @param capacity null when the ladder ended before, or the server would not tell
public record LadderResult(
        ProbeTarget target,
        Instant at,
        List<InetAddress> addresses,
        @Nullable InetAddress address,
        List<StepResult> steps,
        @Nullable ServerCertificate certificate,
        @Nullable ServerAnswer server,
        @Nullable Role role,
        @Nullable Capacity capacity) {
    public LadderResult {
        addresses = List.copyOf(addresses);
        steps = List.copyOf(steps);
    }

    public boolean passed() {
        return failure().isEmpty();
    }

    /// The step that failed; at most one does, because none runs after it.
    public Optional<Failed> failure() {
        return steps.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .findFirst();
    }

    /// Time spent in steps.
    public Duration total() {
        return steps.stream().map(LadderResult::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration took(StepResult result) {
        return switch (result) {
            case Passed passed -> passed.took();
            case Failed failed -> failed.took();
            case Skipped _ -> Duration.ZERO;
        };
    }
}
