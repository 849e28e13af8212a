package dev.tautline.dashboard;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One watched server as fresh connections find it: the ladder, and where it broke.
///
/// @param status `reached`, `failing`, or `unknown` while nothing fresh was seen
record TargetState(
        String name,
        String host,
        String status,
        double silentSeconds,
        @Nullable Instant at,
        @Nullable String endpoint,
        @Nullable String address,
        @Nullable String role,
        List<StepState> steps,
        @Nullable FailureState failure,
        @Nullable Measure connect,
        @Nullable Measure roundTrip,
        @Nullable String formerAddress,
        @Nullable Instant since,
        @Nullable LastIncident lastIncident) {
    static TargetState of(RouteView route, Standing standing) {
        var latest = route.latest();
        var former = route.former();
        return new TargetState(
                route.target(),
                route.host(),
                status(route),
                route.silentSeconds(),
                latest == null ? null : Millis.of(latest.at()),
                latest == null ? null : latest.target().endpoint(),
                address(latest),
                latest == null || latest.role() == null ? null : latest.role().words(),
                steps(latest),
                route.failure().map(FailureState::of).orElse(null),
                Measure.of(route.connect()),
                Measure.of(route.roundTripMinimum()),
                former == null
                        ? null
                        : "at its former address " + former.address() + ": " + (former.answers() ? "answers, " : "")
                                + former.evidence(),
                standing.since(route.target(), status(route), route.latest()),
                standing.lastIncident(route.target()));
    }

    static String status(RouteView route) {
        if (route.latest() == null || route.silentSeconds() > 0) {
            return "unknown";
        }
        return route.latest().passed() ? "reached" : "failing";
    }

    private static @Nullable String address(@Nullable LadderResult latest) {
        return latest == null || latest.address() == null
                ? null
                : latest.address().getHostAddress();
    }

    private static List<StepState> steps(@Nullable LadderResult latest) {
        return latest == null
                ? Arrays.stream(Step.values()).map(StepState::waiting).toList()
                : latest.steps().stream().map(StepState::of).toList();
    }
}
