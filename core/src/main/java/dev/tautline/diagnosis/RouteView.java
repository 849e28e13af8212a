package dev.tautline.diagnosis;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.StepResult.Failed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from the guard to one watched server, by fresh connections outside every pool. When `silentSeconds` is above
/// 0 no ladder has ended for that long, and everything else is what was last seen. `answeredHere` is when the whole
/// ladder was last climbed at the address that the name stands for now; null when it never was.
public record RouteView(
        String target,
        String host,
        double silentSeconds,
        @Nullable LadderResult latest,
        @Nullable Reading connect,
        @Nullable Reading roundTripMinimum,
        @Nullable FormerAddress former,
        @Nullable Instant answeredHere) {

    /// What happened on the address that the name stood for before, when the present one fails.
    public record FormerAddress(String address, boolean answers, String evidence) {}

    public Optional<Failed> failure() {
        return Optional.ofNullable(latest).flatMap(LadderResult::failure);
    }
}
