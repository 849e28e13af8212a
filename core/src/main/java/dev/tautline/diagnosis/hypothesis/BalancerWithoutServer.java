package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connection is accepted and at once reset or closed: a balancer or proxy without a live server behind it.
final class BalancerWithoutServer extends ToldByFailure {
    BalancerWithoutServer() {
        super(
                new Cause("balancer-without-server", "Balancer or proxy without a live server", Owner.NETWORK),
                Step.TLS,
                FailureKind.RESET_AFTER_ACCEPT,
                FailureKind.CLOSED_AFTER_ACCEPT);
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
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return Routes.mayBeLastWords(failure, scene);
    }

    @Override
    Judgement contradicted(List<String> contradictions) {
        return new Unknown(String.join("; ", contradictions));
    }

    @Override
    Strength strength(PathFailure failure, Scene scene, @Nullable Change change) {
        return Strength.LIKELY;
    }
}
