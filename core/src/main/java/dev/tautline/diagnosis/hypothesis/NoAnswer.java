package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Packets to the server get no answer; what else is behind it, the more exact causes say once they can.
final class NoAnswer extends ToldByFailure {
    NoAnswer() {
        super(
                new Cause("no-answer", "Route to the server blocked", Owner.NETWORK),
                Step.CONNECT,
                FailureKind.NO_ANSWER,
                FailureKind.UNREACHABLE);
    }

    /// Time that ran out somewhere: pgjdbc's `loginTimeout` (Driver.java of 42.7) does not say at which step. The guard
    /// knows whether the port accepts.
    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        if (failure.byCanary() || !failure.words().startsWith("Connection attempt timed out")) {
            return Optional.empty();
        }
        return Climbed.fresh(scene).stream()
                .filter(route -> Suffering.samePlace(failure, route))
                .filter(route -> Climbed.tellsOf(route, Step.TLS))
                .findFirst()
                .map(route -> "the port accepts the guard: " + Routes.describe(route));
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.target().equals(failure.seenBy()))
                .flatMap(route -> SignsOfLife.of(route, scene).stream())
                .map(sign -> failure.seenBy() + " itself runs: " + sign)
                .toList();
    }

    @Override
    Strength strength(PathFailure failure, Scene scene, @Nullable Change change) {
        return Strength.LIKELY;
    }
}
