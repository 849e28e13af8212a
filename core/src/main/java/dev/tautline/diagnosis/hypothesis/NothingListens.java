package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /// What was restarted refuses for a moment, and an application remembers it for a while.
    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        var last = failure.last();
        return last == null
                ? acceptedByNow(failure, scene)
                : Climbed.fresh(scene).stream()
                        .filter(route -> Suffering.samePlace(failure, route))
                        .flatMap(route -> since(last, route, scene).stream())
                        .findFirst();
    }

    private static Optional<String> acceptedByNow(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> failure.byCanary() && route.target().equals(failure.seenBy()))
                .flatMap(route -> Routes.noLongerRefused(route, scene).stream())
                .findFirst();
    }

    private static Optional<String> since(Instant last, RouteView route, Scene scene) {
        if (Routes.begunAfter(last, route)) {
            return Climbed.tellsOf(route, Step.TLS)
                    ? Optional.of("the port has accepted the guard since: " + Routes.describe(route))
                    : Optional.empty();
        }
        return Routes.late(route, scene)
                ? Optional.of("whether the port still refuses the guard is not known yet")
                : Optional.empty();
    }

    /// The application was refused all the same.
    @Override
    Judgement contradicted(List<String> contradictions) {
        return new Unknown(contradictions.getFirst());
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
