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

/// New connections get no answer, or are refused, while those that were open before go on: a rule for new flows (a
/// firewall or security group that was just changed), or a listener that takes no more.
final class NewConnectionsBlocked extends FailingRoute {
    NewConnectionsBlocked() {
        super(
                new Cause("new-connections-blocked", "New connections are blocked, open ones go on", Owner.NETWORK),
                FailureKind.NO_ANSWER,
                FailureKind.UNREACHABLE,
                FailureKind.CONNECTION_REFUSED);
    }

    @Override
    Judgement judge(RouteView route, Scene scene) {
        if (route.details().establishedGoesOn()) {
            return supported(
                    route,
                    Strength.CERTAIN,
                    "nothing new gets through to " + route.host() + ", and what was open before still works",
                    List.of("the session that was open before still gets answers, so " + route.target() + " runs"),
                    "Look for a rule that was just changed, in firewalls and security groups before " + route.host()
                            + ", and on it (nft list ruleset); then at its accept queue (ss -ltn).");
        }
        return route.details().establishedFails()
                ? new Refuted("the session with " + route.target() + " that was open before gets no answer either")
                : new Unknown("whether sessions that were open before go on is not known yet");
    }
}
