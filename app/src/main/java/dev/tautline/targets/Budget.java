package dev.tautline.targets;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.Writing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The longest time that one layer may take.
///
/// @param layer a step of the ladder in lower case, [#TOTAL] for all of them, [#ROUND_TRIP] for one query, or [#COMMIT]
/// for one commit
public record Budget(String layer, Duration most) {
    public static final String TOTAL = "total";
    public static final String ROUND_TRIP = "round-trip";
    public static final String COMMIT = "commit";

    /// Every layer that may have a budget.
    public static List<String> layers() {
        return Stream.concat(Arrays.stream(Step.values()).map(Budget::word), Stream.of(ROUND_TRIP, COMMIT, TOTAL))
                .toList();
    }

    /// Whether it takes a probe that writes to measure it.
    boolean needsWriting() {
        return layer.equals(COMMIT) || layer.equals(word(Step.WRITE));
    }

    /// The time that the layer took; empty when it did not run.
    Optional<Duration> taken(LadderResult result) {
        return switch (layer) {
            case TOTAL -> Optional.of(result.total());
            case ROUND_TRIP -> Optional.ofNullable(result.server()).map(ServerAnswer::roundTripMedian);
            case COMMIT -> result.seen(Writing.class).map(Writing::commit);
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
