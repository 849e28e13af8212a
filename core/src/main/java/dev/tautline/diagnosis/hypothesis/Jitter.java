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

/// The way is as short as ever for the quickest packets and much longer for others: a queue that fills
/// (bufferbloat), a link shared with somebody greedy.
final class Jitter implements Hypothesis {
    private static final double WIDER = 3;
    private static final double WIDER_MILLIS = 20;

    private static final Cause CAUSE = new Cause("jitter", "Uneven network latency", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = PacketLoss.measured(scene, symptoms);
        if (measured.isEmpty()) {
            return new Unknown("too few climbs were seen to tell how evenly they go");
        }
        var uneven = measured.stream().filter(Jitter::uneven).findFirst();
        if (uneven.isPresent()) {
            return judgeUneven(uneven.get(), scene);
        }
        var evidence = measured.stream()
                .map(route -> route.target() + ": " + slowest(route))
                .toList();
        return measured.stream().allMatch(route -> slowest(route).asUsual(WIDER, WIDER_MILLIS))
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static Judgement judgeUneven(RouteView route, Scene scene) {
        var minimum = route.roundTripMinimum();
        if (minimum == null || !minimum.asUsual(1.5, 1)) {
            return new Unknown(slowest(route) + ", but the quickest round trip is not known to be as usual");
        }
        if (busyServer(route, scene)) {
            return new Unknown(slowest(route) + ", but the server itself takes longer, too");
        }
        return new Supported(
                CAUSE,
                route.target(),
                Strength.LIKELY,
                "some packets to " + route.target() + " take much longer than others",
                List.of(slowest(route).toString(), minimum.toString()),
                "Look for a full queue or a saturated link on the way (tc -s qdisc, interface counters).",
                null);
    }

    private static boolean busyServer(RouteView route, Scene scene) {
        return scene.server(route.target())
                .map(server -> server.statementMean())
                .map(mean -> mean.raised(2, 1))
                .orElse(false);
    }

    private static boolean uneven(RouteView route) {
        return slowest(route).raised(WIDER, WIDER_MILLIS) && !PacketLoss.loses(route);
    }

    private static Reading slowest(RouteView route) {
        return PacketLoss.trips(route).slowest();
    }
}
