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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Large answers take much longer, small ones are as quick as ever: a link that is full or limited.
final class BandwidthCapped implements Hypothesis {
    private static final double SLOWER = 4;
    private static final double SLOWER_MILLIS = 40;

    /// A large answer is many packets: where some are lost it is the first to wait for one.
    private static final int LOSSY = 2;

    private static final Cause CAUSE = new Cause("bandwidth-capped", "Bandwidth too small", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = Routes.concerned(scene, symptoms).stream()
                .filter(route -> route.silentSeconds() == 0 && route.details().transfer() != null)
                .toList();
        if (measured.isEmpty()) {
            return new Unknown("no large answer has been tried");
        }
        var slow = measured.stream()
                .filter(route -> transfer(route).raised(SLOWER, SLOWER_MILLIS))
                .findFirst();
        if (slow.isPresent()) {
            return judgeSlow(slow.get());
        }
        var evidence = measured.stream()
                .map(route -> route.target() + ": " + transfer(route))
                .toList();
        return measured.stream().allMatch(route -> transfer(route).asUsual(SLOWER, SLOWER_MILLIS))
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static Judgement judgeSlow(RouteView route) {
        var evidence = new ArrayList<>(List.of(transfer(route).toString()));
        var trip = route.roundTripMinimum();
        if (trip != null) {
            evidence.add(trip.toString());
            if (trip.raised(2, 1)) {
                return new Unknown(String.join("; ", evidence) + ": small answers are slow, too");
            }
        }
        var trips = route.details().trips();
        if (trips != null && PacketLoss.stalls(trips) >= LOSSY) {
            return new Unknown("%s: small answers stall, too, %d of the last %d connections"
                    .formatted(String.join("; ", evidence), PacketLoss.stalls(trips), trips.climbs()));
        }
        return new Supported(
                CAUSE,
                route.target(),
                Strength.LIKELY,
                "large answers of " + route.target() + " crawl, small ones do not",
                evidence,
                "Look for a saturated or throttled link between here and " + route.host()
                        + ", and for whoever fills it; then for queries that fetch more than they need.",
                null);
    }

    private static Reading transfer(RouteView route) {
        return Objects.requireNonNull(route.details().transfer());
    }
}
