package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Objects;

/// The way to the server has become longer. Only the *minimum* round trip tells: a busy server or a busy client
/// lengthens the others, but lets some trips through at full speed.
final class NetworkLatency implements Hypothesis {
    private static final double FAR = 2;
    private static final double ORDINARY = 1.5;
    private static final double SLACK_MILLIS = 1;

    /// Even the quickest of several trips may have met a late process at either end.
    private static final double TRIPS = 2;

    private static final Cause CAUSE = new Cause("network-latency", "Network latency", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = Routes.concerned(scene, symptoms).stream()
                .filter(route -> route.roundTripMinimum() != null)
                .toList();
        if (measured.isEmpty()) {
            return new Unknown("no round trip could be measured");
        }
        var far = measured.stream()
                .filter(route -> trip(route).raised(FAR, SLACK_MILLIS))
                .findFirst();
        var late = far.flatMap(route -> OnTime.explains(scene, excess(route), TRIPS));
        if (late.isPresent()) {
            return new Unknown(trip(far.get()) + ", but " + late.get());
        }
        if (far.isPresent()) {
            return new Supported(
                    CAUSE,
                    far.get().target(),
                    Strength.LIKELY,
                    "each round trip to " + far.get().target() + " takes longer, even the quickest",
                    List.of(trip(far.get()).toString()),
                    "Compare routes and zones of client and server (traceroute, mtr) with those of yesterday.",
                    null);
        }
        var evidence = measured.stream()
                .map(route -> route.target() + ": " + trip(route))
                .toList();
        return measured.stream().allMatch(route -> trip(route).asUsual(ORDINARY, SLACK_MILLIS))
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static double excess(RouteView route) {
        var usual = trip(route).usual();
        return trip(route).now() - (usual == null ? 0 : usual);
    }

    private static Reading trip(RouteView route) {
        return Objects.requireNonNull(route.roundTripMinimum());
    }
}
