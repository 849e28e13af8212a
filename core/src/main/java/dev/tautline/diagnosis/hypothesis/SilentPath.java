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

/// The server runs, connections to it are accepted, and no byte comes back: something in between passes one
/// direction only, or ends the connection itself.
final class SilentPath extends FailingRoute {
    SilentPath() {
        super(
                new Cause("silent-path", "Answers are lost on the way", Owner.NETWORK),
                FailureKind.ACCEPTED_THEN_SILENT,
                FailureKind.STEP_TIMED_OUT,
                FailureKind.LOG_IN_UNANSWERED,
                FailureKind.IDENTITY_SERVICE_SILENT);
    }

    @Override
    Judgement judge(RouteView route, Scene scene) {
        if (route.details().establishedGoesOn()) {
            return new Refuted("over the session that was open before, answers do come back");
        }
        var signs = SignsOfLife.of(route, scene);
        if (signs.isEmpty()) {
            return new Unknown("nobody else tells whether " + route.target() + " runs");
        }
        return supported(
                route,
                Strength.CERTAIN,
                route.target() + " runs, and its answers do not reach us",
                signs,
                "Look at what stands between here and " + route.host()
                        + ": one-way rules, asymmetric routes, a proxy that hangs.");
    }
}
