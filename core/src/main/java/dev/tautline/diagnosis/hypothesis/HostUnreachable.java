package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;

/// Nothing gets through to the host, neither new connections nor those that were open: its machine is down, or the
/// way to it is cut.
final class HostUnreachable extends FailingRoute {
    HostUnreachable() {
        super(
                new Cause("host-unreachable", "Host unreachable", Owner.NETWORK),
                FailureKind.NO_ANSWER,
                FailureKind.UNREACHABLE);
    }

    @Override
    Judgement judge(RouteView route, Scene scene) {
        if (route.details().establishedGoesOn()) {
            return new Refuted("the session with " + route.target() + " that was open before still gets answers");
        }
        var more = new ArrayList<String>();
        if (route.details().establishedFails()) {
            more.add("the session that was open before gets no answer either");
        }
        SignsOfLife.of(route, scene).forEach(sign -> more.add(route.target() + " itself runs: " + sign));
        boolean told = route.details().establishedFails() || unreachable(route);
        if (!told) {
            return new Unknown("whether sessions that were open before go on is not known yet");
        }
        return supported(
                route,
                Routes.moved(route, scene) || MonitorNetwork.everythingFails(scene)
                        ? Strength.LIKELY
                        : Strength.CERTAIN,
                "nothing gets through to " + route.host(),
                more,
                "See whether the machine of " + route.target()
                        + " runs; then follow the way to it (ip route get, mtr).");
    }

    private static boolean unreachable(RouteView route) {
        return route.failure().orElseThrow().failure().kind() == FailureKind.UNREACHABLE;
    }
}
