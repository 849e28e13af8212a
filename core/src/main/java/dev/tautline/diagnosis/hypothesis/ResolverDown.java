package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// The name servers of whoever connects do not answer, so no name can be looked up.
final class ResolverDown extends ToldByFailure {
    ResolverDown() {
        super(
                new Cause("resolver-down", "Name servers do not answer", Owner.NETWORK),
                Step.RESOLVE,
                FailureKind.RESOLVER_UNAVAILABLE,
                FailureKind.RESOLVER_SILENT);
    }

    /// So far it may as well be slow.
    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> failure.byCanary() && route.target().equals(failure.seenBy()))
                .filter(route -> !Routes.waitedForName(route))
                .map(route -> route.host() + " has not been waited for long enough to tell")
                .findFirst();
    }

    @Override
    Judgement contradicted(List<String> contradictions) {
        return new Unknown(String.join("; ", contradictions));
    }
}
