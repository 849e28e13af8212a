package dev.tautline.probe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How long each step may take. A connect on a healthy network takes milliseconds; TCP repeats a lost SYN after 1 s
/// (RFC 6298, 2.1), so the default of 2 s forgives one lost packet and no more.
public record StepTimeouts(Map<Step, Duration> bySteps) {
    public static final Duration DEFAULT = Duration.ofSeconds(2);

    public StepTimeouts {
        bySteps = Map.copyOf(bySteps);
    }

    /// The same timeout for every step.
    public static StepTimeouts each(Duration timeout) {
        var all = new EnumMap<Step, Duration>(Step.class);
        for (var step : Step.values()) {
            all.put(step, timeout);
        }
        return new StepTimeouts(all);
    }

    /// These timeouts, with another one for `step`.
    public StepTimeouts with(Step step, Duration timeout) {
        var changed = new EnumMap<Step, Duration>(bySteps);
        changed.put(step, timeout);
        return new StepTimeouts(changed);
    }

    /// Timeouts that are `factor` as long.
    StepTimeouts times(double factor) {
        var longer = new EnumMap<Step, Duration>(Step.class);
        for (var step : Step.values()) {
            longer.put(step, Duration.ofNanos((long) (of(step).toNanos() * factor)));
        }
        return new StepTimeouts(longer);
    }

    /// The timeout of one step; [#DEFAULT] where none was given.
    public Duration of(Step step) {
        return bySteps.getOrDefault(step, DEFAULT);
    }
}
