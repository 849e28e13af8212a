package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The machine answers that nobody listens at this port, and no server was ever seen there: a wrong port, a wrong
/// `listen_addresses`, or a server that was down before the watch began.
final class NothingListens extends ToldByFailure {
    NothingListens() {
        super(
                new Cause("connection-refused", "Nothing listens at the port", Owner.DATABASE),
                Step.CONNECT,
                FailureKind.CONNECTION_REFUSED);
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        var more = new ArrayList<String>();
        for (var route : scene.routes()) {
            if (route.target().equals(failure.seenBy())) {
                SignsOfLife.of(route, scene)
                        .forEach(sign -> more.add(route.target() + " runs, and listens elsewhere: " + sign));
                if (route.answeredHere() == null) {
                    more.add("no server has answered at this address and port since the watch began");
                }
            } else if (route.passes() && route.host().equals(Suffering.hostName(failure))) {
                more.add("on the same host " + route.target() + " answers, at another port");
            }
        }
        return more;
    }

    @Override
    Strength strength(PathFailure failure, Scene scene, @Nullable Change change) {
        return Strength.LIKELY;
    }
}
