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
import java.util.List;
import java.util.Set;

/// New connections are accepted and get no answer, while sessions that were open go on: the postmaster alone
/// hangs, or a proxy in between holds new connections and has no server for them.
final class NewSessionsUnanswered extends FailingRoute {
    NewSessionsUnanswered() {
        super(
                new Cause("new-sessions-unanswered", "New sessions get no answer, open ones go on", Owner.DATABASE),
                FailureKind.ACCEPTED_THEN_SILENT,
                FailureKind.LOG_IN_UNANSWERED,
                FailureKind.IDENTITY_SERVICE_SILENT);
    }

    @Override
    Judgement judge(RouteView route, Scene scene) {
        if (BehindPooler.isPooler(route) && !route.fails(Set.of(FailureKind.ACCEPTED_THEN_SILENT))) {
            return new Refuted("the pooler before " + route.target() + " answers, and lets its clients wait");
        }
        if (route.details().establishedGoesOn()) {
            return supported(
                    route,
                    Strength.CERTAIN,
                    route.target() + " accepts new connections and does not answer on them; open sessions go on",
                    List.of("the session that was open before still gets answers"),
                    "Look at the postmaster's own process on " + route.host()
                            + " (ps -o stat,wchan; T is stopped), and at any proxy or pooler in between.");
        }
        return route.details().establishedFails()
                ? new Refuted("the session with " + route.target() + " that was open before gets no answer either")
                : new Unknown("whether sessions that were open before go on is not known yet");
    }
}
