package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteDetails.Trips;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Objects;

/// Packets get lost: some connections stall by the time after which TCP sends again, and the others are as quick as
/// ever. Latency would slow each of them, jitter would spread them evenly.
final class PacketLoss implements Hypothesis {
    /// One stall may be anybody's; at 1 % of loss about every tenth climb meets one (some ten packets each way).
    private static final int SEVERAL = 3;

    /// A little less than TCP's shortest time-out (200 ms, RTO_MIN of Linux).
    private static final double STALL_MILLIS = 180;

    private static final Cause CAUSE = new Cause("packet-loss", "Packets get lost", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = measured(scene, symptoms);
        if (measured.isEmpty()) {
            return new Unknown("too few climbs were seen to tell how evenly they go");
        }
        var evidence = measured.stream().map(PacketLoss::describe).toList();
        var lossy = measured.stream().filter(PacketLoss::loses).findFirst();
        if (lossy.isPresent()) {
            return new Supported(
                    CAUSE,
                    lossy.get().target(),
                    Strength.LIKELY,
                    "on the way to " + lossy.get().target() + " packets are lost and sent again",
                    List.of(describe(lossy.get())),
                    "Look at retransmissions and errors on the way (ss -ti, ip -s link, ethtool -S, mtr).",
                    null);
        }
        return measured.stream().allMatch(route -> late(route) == 0)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    static List<RouteView> measured(Scene scene, Symptoms symptoms) {
        return Routes.concerned(scene, symptoms).stream()
                .filter(route -> route.silentSeconds() == 0 && route.details().trips() != null)
                .toList();
    }

    static Trips trips(RouteView route) {
        return Objects.requireNonNull(route.details().trips());
    }

    /// Several stall, and those that do not are as quick as usual.
    static boolean loses(RouteView route) {
        return late(route) >= SEVERAL && trips(route).typical().asUsual(2, 20);
    }

    /// How many climbs stalled or were cut short, and whether the large answer did so, too.
    private static int late(RouteView route) {
        return stalls(trips(route)) + (answerStalled(route) ? 1 : 0);
    }

    static int stalls(Trips trips) {
        return trips.stalled() + trips.recovered();
    }

    private static boolean answerStalled(RouteView route) {
        var transfer = route.details().transfer();
        return transfer != null && transfer.usual() != null && transfer.now() - transfer.usual() >= STALL_MILLIS;
    }

    private static String describe(RouteView route) {
        var trips = trips(route);
        return "%s: of the last %d connections %d stalled at a step for 180 ms or more, %d failed and passed at once when"
                        .formatted(route.target(), trips.climbs(), trips.stalled(), trips.recovered())
                + " tried again; " + trips.typical()
                + (answerStalled(route) ? "; " + route.details().transfer() : "");
    }
}
