package dev.tautline.cli;

import dev.tautline.probe.StepTimeouts;
import dev.tautline.targets.Probing;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a probe may take.
final class ProbeTimes {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = ProbeDuration.class,
            description = "For all addresses of one host, such as 500ms or 10s (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--step-timeout",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = ProbeDuration.class,
            description = "For each step (default: ${DEFAULT-VALUE}).")
    private Duration stepTimeout = StepTimeouts.DEFAULT;

    Probing probing(Clock clock) {
        return new Probing(clock, StepTimeouts.each(stepTimeout), timeout);
    }
}
