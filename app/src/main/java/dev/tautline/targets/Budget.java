package dev.tautline.targets;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The longest time that one layer may take.
///
/// @param layer a step of the ladder in lower case, [#TOTAL] for all of them, or [#ROUND_TRIP] for one query
public record Budget(String layer, Duration most) {
    public static final String TOTAL = "total";
    public static final String ROUND_TRIP = "round-trip";

    /// Every layer that may have a budget.
    public static List<String> layers() {
        return Stream.concat(Arrays.stream(Step.values()).map(Budget::word), Stream.of(ROUND_TRIP, TOTAL))
                .toList();
    }

    /// The time that the layer took; empty when it did not run.
    Optional<Duration> taken(LadderResult result) {
        return switch (layer) {
            case TOTAL -> Optional.of(result.total());
            case ROUND_TRIP -> Optional.ofNullable(result.server()).map(ServerAnswer::roundTripMedian);
            default ->
                result.steps().stream()
                        .filter(step -> word(step.step()).equals(layer))
                        .filter(Passed.class::isInstance)
                        .map(step -> ((Passed) step).took())
                        .findFirst();
        };
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
