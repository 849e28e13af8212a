package dev.tautline.diagnosis;

import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.StepResult.Failed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way from the guard to one watched server, by fresh connections outside every pool. When `silentSeconds` is
/// above 0 no ladder has ended for that long, and everything else is what was last seen. `answeredHere` is when the
/// whole ladder was last climbed at the address that the name stands for now; null when it never was.
public record RouteView(
        String target,
        String host,
        double silentSeconds,
        @Nullable LadderResult latest,
        @Nullable Reading connect,
        @Nullable Reading roundTripMinimum,
        @Nullable FormerAddress former,
        @Nullable Instant answeredHere,
        RouteDetails details) {

    /// A route of which nothing is known but its latest climb.
    public RouteView(
            String target,
            String host,
            double silentSeconds,
            @Nullable LadderResult latest,
            @Nullable Reading connect,
            @Nullable Reading roundTripMinimum,
            @Nullable FormerAddress former,
            @Nullable Instant answeredHere) {
        this(target, host, silentSeconds, latest, connect, roundTripMinimum, former, answeredHere, RouteDetails.NONE);
    }

    /// The same route with other details.
    public RouteView with(RouteDetails other) {
        return new RouteView(
                target, host, silentSeconds, latest, connect, roundTripMinimum, former, answeredHere, other);
    }

    /// What happened on the address that the name stood for before, when the present one fails.
    public record FormerAddress(String address, boolean answers, String evidence) {}

    public Optional<Failed> failure() {
        return Optional.ofNullable(latest).flatMap(LadderResult::failure);
    }

    /// The failure is of one of these kinds.
    public boolean fails(Set<FailureKind> kinds) {
        return failure().map(failed -> kinds.contains(failed.failure().kind())).orElse(false);
    }

    /// It has just reached its top.
    public boolean passes() {
        return silentSeconds == 0 && latest != null && latest.passed();
    }
}
