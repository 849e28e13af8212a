package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;

/// The machine's kernel accepts connections, and no process answers on them, old or new: the server is stopped in
/// its tracks, or its storage hangs.
final class ServerFrozen extends FailingRoute {
    ServerFrozen() {
        super(
                new Cause("server-frozen", "Database server accepts and does not answer", Owner.DATABASE),
                FailureKind.ACCEPTED_THEN_SILENT,
                FailureKind.LOG_IN_UNANSWERED,
                FailureKind.IDENTITY_SERVICE_SILENT,
                FailureKind.STEP_TIMED_OUT);
    }

    @Override
    Judgement judge(RouteView route, Scene scene) {
        var through = BehindPooler.instead(route, scene);
        if (through != null) {
            return through;
        }
        var signs = SignsOfLife.of(route, scene);
        if (!signs.isEmpty()) {
            return new Refuted(signs.stream()
                    .map(sign -> route.target() + " runs: " + sign)
                    .toList());
        }
        var more = new ArrayList<String>();
        if (route.details().establishedFails()) {
            more.add("the session that was open before gets no answer either");
        }
        var lately = Routes.answeredLately(route, scene);
        lately.ifPresent(more::add);
        boolean proven =
                route.details().establishedFails() && lately.isPresent() && !SignsOfLife.mayStillCome(route, scene);
        return supported(
                route,
                proven ? Strength.CERTAIN : Strength.LIKELY,
                route.target() + " accepts connections and does not answer on them",
                more,
                fix(route));
    }
}
